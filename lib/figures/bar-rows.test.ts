import { describe, expect, it } from 'vitest'
import { tradingWindows } from '@/lib/analysis/trading-windows'
import { barRows } from './bar-rows'

const DAYS = ['2023-12-28', '2023-12-29', '2024-01-02', '2024-01-03', '2024-01-08', '2024-01-09']

describe('barRows', () => {
  it('has both legs and their difference for week, month and year', () => {
    const pair = { leg: [0.9, 0.9, 0.1, 0, 0.2, 0], against: [0, 0, 0, 0, 0.1, 0] }
    const { windows } = barRows({
      pair,
      windows: tradingWindows(DAYS),
      convention: 'geometric',
      labels: { week: 'W', month: 'M', year: 'Y' },
      names: { leg: 'L', against: 'S', net: 'N' },
    })
    expect(windows.map(({ label, bars }) => [label, ...bars.map((bar) => `${bar.role} ${bar.label}`)])).toEqual(
      ['W', 'M', 'Y'].map((label) => [label, 'leg L', 'against S', 'net N']),
    )
    const [week, month, year] = windows.map(({ bars }) => bars.map(({ value }) => value ?? Number.NaN))
    for (const [place, value] of [0.2, 0.1, 1.2 / 1.1 - 1].entries()) expect(week?.[place]).toBeCloseTo(value, 14)
    for (const [place, value] of [0.32, 0.1, 0.2].entries()) expect(month?.[place]).toBeCloseTo(value, 14)
    expect(year).toEqual(month)
  })

  it('keeps the leg that is known where the other is missing', () => {
    const pair = { leg: [0, 0, 0, 0, 0.1, 0], against: [0, 0, 0, 0, null, 0] }
    const labels = { week: 'W', month: 'M', year: 'Y' }
    const names = { leg: 'L', against: 'S', net: 'N' }
    const { windows } = barRows({ pair, windows: tradingWindows(DAYS), convention: 'arithmetic', labels, names })
    expect(windows[0]?.bars.map(({ value }) => value === null)).toEqual([false, true, true])
  })
})
