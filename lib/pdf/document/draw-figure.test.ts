import { expect, it } from 'vitest'
import { printPalette } from '@/lib/charts/theme'
import { syntheticLine } from '@/lib/testing/charts/synthetic-rows'
import { drawFigure } from './draw-figure'

/** Returns where the horizontal lines of both panels begin, and how long they are. */
function timeAxesOf(end: number): string[] {
  const rows = { ...syntheticLine(3, 1, 'relative-strength'), values: [1, end * 1.1, end] }
  const drawn = { document: 'factsheet', palette: printPalette('red', '#1b3a66'), drawdownLabel: 'Drawdown' } as const
  const svg = drawFigure({ kind: 'relative-strength', rows }, drawn)
  const lines = [...svg.matchAll(/d="M([\d.]+) [\d.]+l([\d.]+) 0"/g)].map(([, left, width]) => `${left} ${width}`)
  expect(lines.length).toBeGreaterThan(3)
  return [...new Set(lines)]
}

it('draws a line and its drawdown on one time axis, however long their labels are', () => {
  const [usual, ...others] = timeAxesOf(2)
  const [wide, ...rest] = timeAxesOf(1_000_000)
  expect([others, rest]).toEqual([[], []])
  expect(wide).not.toBe(usual)
})
