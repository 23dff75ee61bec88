import { describe, expect, it } from 'vitest'
import { linePoints } from './line-points'

const dates = ['2024-01-01', '2024-12-31', '2025-01-01', '2026-01-01', '2027-01-01']

describe('linePoints', () => {
  it('returns null where the line breaks', () => {
    expect(linePoints(dates, [1, 2, null, 4, 5], null)).toEqual([
      [2024, 1],
      [2024 + 365 / 366, 2],
      [2025, null],
      [2026, 4],
      [2027, 5],
    ])
  })

  it('draws a day alone between two gaps as a dot', () => {
    expect(linePoints(dates, [1, null, 3, null, null], null)).toEqual([
      { value: [2024, 1], symbol: 'circle', symbolSize: 2 },
      [2024 + 365 / 366, null],
      { value: [2025, 3], symbol: 'circle', symbolSize: 2 },
      [2026, null],
      [2027, null],
    ])
  })

  it('throws for a date without a value', () => {
    expect(() => linePoints(dates, [1, 2], null)).toThrow('5 dates, but no value for 2025-01-01')
  })
})
