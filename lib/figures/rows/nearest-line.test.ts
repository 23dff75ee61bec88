import { describe, expect, it } from 'vitest'
import { nearestLine } from './nearest-line'
import type { LinesRows } from './rows'

const rowsOf = (axis: LinesRows['axis']): LinesRows => ({
  shape: 'lines',
  axis,
  dates: ['2024-01-01', '2024-01-02'],
  lines: [
    { code: 'a', label: 'A', values: [1, 2] },
    { code: 'b', label: 'B', values: [1, 8] },
    { code: 'c', label: 'C', values: [1, null] },
  ],
})

describe('nearestLine', () => {
  it.each([
    ['linear', 2.4, 0],
    ['linear', 5.5, 1],
    ['linear', 12, null],
    ['log', 1.9, 0],
    ['log', 2.1, 1],
    ['log', -5, null],
  ] as const)('on a %s axis %d belongs to %s', (axis, y, line) =>
    expect(nearestLine(rowsOf(axis), { day: 1, y, reach: 3 })).toBe(line),
  )

  it('ignores a line without a value on the day', () => {
    const rows = { ...rowsOf('linear'), lines: rowsOf('linear').lines.slice(2) }
    expect(nearestLine(rows, { day: 1, y: 1, reach: 100 })).toBeNull()
  })
})
