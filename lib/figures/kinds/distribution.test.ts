import { describe, expect, it } from 'vitest'
import { paletteOf } from '@/lib/charts/theme'
import { SIZES } from '@/lib/figures/rows/sizes'
import { drawnTexts, faults } from '@/lib/testing/charts/drawn-texts'
import { drawFigure } from '../draw-figure'
import type { DistributionRows } from './distribution'

const palette = paletteOf('light', 'red')
const ROWS: DistributionRows = {
  shape: 'distribution',
  from: -0.02,
  width: 0.005,
  counts: [1, 0, 12, 40, 61, 35, 3, 1],
  last: { value: 0.0171, end: '2024-08-30', bin: 7, label: 'Week to 2024-08-30' },
  percentile: 0.99,
}

function draw(rows: DistributionRows, size: 'small' | 'smallphone' = 'small') {
  return drawFigure({ kind: 'distribution', rows }, { ...SIZES[size], palette })
}

/** Returns height and colour of each bar, from left to right. */
function barsOf(svg: string) {
  return [...svg.matchAll(/<path d="M[\d.]+ [\d.]+l[\d.]+ 0l0 -([\d.]+)l[^"]*" fill="(#\w+)"/g)].map(
    ([, height, fill]) => ({
      height: Number(height),
      fill,
    }),
  )
}

describe('a distribution', () => {
  it('has a bar for each bin with weeks; its height is the number of weeks', () => {
    const bars = barsOf(draw(ROWS))
    const heights = bars.map(({ height }) => height)
    expect(heights).toHaveLength(7)
    const most = Math.max(...heights)
    for (const [at, weeks] of [1, 12, 40, 61, 35, 3, 1].entries())
      expect(heights[at]).toBeCloseTo((most * weeks) / 61, 0)
    expect(bars.map(({ fill }) => fill === palette.accent)).toEqual([false, false, false, false, false, false, true])
  })

  it.each(['small', 'smallphone'] as const)('shows the last week inside the plot without overlap, %s', (size) => {
    for (const bin of [0, 3, 7]) {
      const svg = draw({ ...ROWS, last: ROWS.last && { ...ROWS.last, bin } }, size)
      expect(faults(drawnTexts(svg), SIZES[size])).toEqual([])
      expect(drawnTexts(svg).map(({ text }) => text)).toContain('Week to 2024-08-30 +1.71%')
    }
  })

  it('highlights no bar without a value of the last week, and has no zero when all values have one sign', () => {
    const svg = draw({ ...ROWS, from: 0.005, last: null })
    expect(svg).not.toContain(palette.accent)
    expect(svg).not.toContain('stroke-dasharray')
  })
})
