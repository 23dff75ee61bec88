import { describe, expect, it } from 'vitest'
import { shanghaiDays } from '@/lib/testing/calendar/shanghai'
import { measure, spreadOver, weekSpreads } from './measure'
import { tradingWindows } from './trading-windows'

const DAYS = shanghaiDays('2022-01-01', '2024-08-30')
const WINDOWS = tradingWindows(DAYS)

/** Returns the measure of a leg that earns `returnOn(day)` against a leg that earns 0. */
function measured(returnOn: (day: string) => number | null) {
  const pair = { leg: DAYS.map(returnOn), against: DAYS.map(() => 0) }
  return measure({ id: 'a.longShort', pair, windows: WINDOWS, periods: WINDOWS.monthsOfYear, convention: 'arithmetic' })
}

function countDays(from: string, before: string): number {
  return DAYS.filter((day) => day >= from && day < before).length
}

describe('weekSpreads', () => {
  it('follows windows and convention, also when the same pair was asked for with others', () => {
    const days = ['2024-08-22', '2024-08-23', '2024-08-29', '2024-08-30']
    const pair = { leg: [0.5, 0, 0.5, null], against: [0, 0.25, 0.25, 0] }
    const [all, fewer] = [tradingWindows(days), tradingWindows(days.slice(0, 3))]
    expect(weekSpreads(pair, all, 'arithmetic')).toEqual([0.25, null])
    expect(weekSpreads(pair, all, 'geometric')).toEqual([1.5 / 1.25 - 1, null])
    expect(weekSpreads(pair, fewer, 'geometric')).toEqual([1.5 / 1.25 - 1, 1.5 / 1.25 - 1])
    expect(weekSpreads(pair, fewer, 'arithmetic')).toEqual([0.25, 0.25])
  })
})

describe('measure', () => {
  it('names its cells, compounds the windows and counts the periods', () => {
    const { week, month, year, winRate } = measured((day) =>
      day === '2024-08-29' ? 0.1 : day === '2024-08-30' ? 0.2 : 0,
    )
    expect([week.id, month.id, year.id]).toEqual(['a.longShort.week', 'a.longShort.month', 'a.longShort.year'])
    for (const cell of [week, month, year]) expect(cell.value).toBeCloseTo(0.32, 14)
    expect(winRate).toEqual({ wins: 1, periods: 8 })
  })

  it('lists the periods of its win rate', () => {
    const { periods, winRate } = measured((day) => (day === '2024-08-05' ? null : day > '2024-04' ? 0.001 : -0.001))
    expect(periods.map(({ end }) => end.slice(0, 7))).toEqual(
      Array.from({ length: 8 }, (_, index) => `2024-0${index + 1}`),
    )
    expect(periods.map(({ value }) => value && Math.sign(value))).toEqual([-1, -1, -1, 1, 1, 1, 1, null])
    expect([periods.at(1)?.end, periods.at(-1)?.end]).toEqual(['2024-02-29', '2024-08-30'])
    expect(winRate).toEqual({ wins: 4, periods: 7 })
  })

  it('compares a week with past weeks only', () => {
    expect(measured((day) => (day > '2024-08-25' ? 0.01 : 0)).week.percentile).toBe(1)
    expect(measured((day) => (day > '2024-08-25' ? -0.01 : 0)).week.percentile).toBe(0)
    expect(measured(() => 0).week.percentile).toBe(0.5)
  })

  it('compares month and year to date with windows that ended before they began', () => {
    // Only the last window contains the last day before and exceeds the running window. A window that overlaps the
    // running one would exceed it too.
    const { month } = measured((day) => (day === '2024-07-31' ? 0.5 : day === '2024-08-01' ? 0.01 : 0))
    const pastMonths = countDays('', '2024-08-01') - countDays('2024-08-01', '9') + 1
    expect(month.percentile).toBe((pastMonths - 1) / pastMonths)
    const { year } = measured((day) => (day === '2023-12-29' ? 0.5 : day === '2024-01-02' ? 0.01 : 0))
    const pastYears = countDays('', '2024') - countDays('2024', '9') + 1
    expect(year.percentile).toBe((pastYears - 1) / pastYears)
  })

  it('has no percentile with fewer than 52 past windows', () => {
    const days = DAYS.slice(-55)
    const pair = { leg: days.map(() => 0.01), against: days.map(() => 0) }
    const windows = tradingWindows(days)
    const cells = measure({ id: 'a', pair, windows, periods: [], convention: 'arithmetic' })
    expect([cells.week.percentile, cells.month.percentile, cells.year.percentile]).toEqual([null, null, null])
    expect(cells.week.value).not.toBeNull()
  })

  it('has no value, percentile or period where a day is missing', () => {
    const { week, month, year, winRate } = measured((day) => (day === '2024-08-05' ? null : 0.001))
    expect(week.value).toBeCloseTo(1.001 ** 5 - 1, 14)
    expect([month.value, month.percentile, year.value, year.percentile]).toEqual([null, null, null, null])
    expect(winRate).toEqual({ wins: 7, periods: 7 })
  })
})

describe('spreadOver', () => {
  it('follows the convention', () => {
    const pair = { leg: [0.1, 0.1], against: [0.05, 0] }
    expect(spreadOver(pair, { from: 0, to: 2 }, 'arithmetic')).toBeCloseTo(1.21 - 1.05, 14)
    expect(spreadOver(pair, { from: 0, to: 2 }, 'geometric')).toBeCloseTo(1.21 / 1.05 - 1, 14)
  })
})
