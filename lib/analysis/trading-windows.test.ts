import { describe, expect, it } from 'vitest'
import { isoWeekOf, weekNumberOf } from '@/lib/base/dates'
import { shanghaiDays } from '@/lib/testing/calendar/shanghai'
import { runs, type Span, type TradingWindows, tradingWindows } from './trading-windows'
import { WINDOW_TERMS } from './window-terms'

/** Returns the first and last day of a window. */
function ends({ days }: TradingWindows, span: Span): [string | undefined, string | undefined] {
  return [days[span.from], days[span.to - 1]]
}

describe('tradingWindows', () => {
  it('has the week, month and year of the published report', () => {
    const windows = tradingWindows(shanghaiDays('2014-01-01', '2024-08-30'))
    expect(ends(windows, windows.week)).toEqual(['2024-08-26', '2024-08-30'])
    expect(ends(windows, windows.month)).toEqual(['2024-08-01', '2024-08-30'])
    expect(ends(windows, windows.year)).toEqual(['2024-01-02', '2024-08-30'])
    expect([windows.monthsOfYear.length, windows.weeksOfYear.length]).toEqual([8, 34])
  })

  it('has the quarter so far, and the year that ends with the as-of date', () => {
    const windows = tradingWindows(shanghaiDays('2014-01-01', '2024-08-30'))
    expect(ends(windows, windows.quarter)).toEqual(['2024-07-01', '2024-08-30'])
    expect(windows.oneYear && ends(windows, windows.oneYear)).toEqual(['2023-08-31', '2024-08-30'])
    const onLeapDay = tradingWindows(shanghaiDays('2023-01-01', '2024-02-29'))
    expect(onLeapDay.oneYear && ends(onLeapDay, onLeapDay.oneYear)).toEqual(['2023-03-01', '2024-02-29'])
  })

  it('has no one-year window that begins before the first day', () => {
    expect(tradingWindows(shanghaiDays('2023-09-01', '2024-08-30')).oneYear).toBeNull()
    expect(tradingWindows(shanghaiDays('2023-08-30', '2024-08-30')).oneYear).not.toBeNull()
  })

  it('keeps a week whole across New Year, but not month and year', () => {
    const windows = tradingWindows(shanghaiDays('2019-01-01', '2020-01-03'))
    expect(ends(windows, windows.week)).toEqual(['2019-12-30', '2020-01-03'])
    expect(ends(windows, windows.month)).toEqual(['2020-01-02', '2020-01-03'])
    expect(windows.year).toEqual(windows.month)
    expect(windows.weeksOfYear).toEqual([windows.week])
  })

  it('counts a week in the year of its last trading day', () => {
    const atYearEnd = tradingWindows(shanghaiDays('2019-01-01', '2019-12-31'))
    expect(ends(atYearEnd, atYearEnd.weeksOfYear.at(-1) ?? atYearEnd.year)).toEqual(['2019-12-30', '2019-12-31'])
    const weekLater = tradingWindows(shanghaiDays('2019-01-01', '2020-01-10'))
    expect(weekLater.weeksOfYear.map((week) => ends(weekLater, week))).toEqual([
      ['2019-12-30', '2020-01-03'],
      ['2020-01-06', '2020-01-10'],
    ])
  })

  it('lists every week once, without gaps, except the one in which the exchange was closed', () => {
    const { weeks, days } = tradingWindows(shanghaiDays('2024-02-01', '2024-02-29'))
    expect(weeks.map(({ from }) => days[from])).toEqual(['2024-02-01', '2024-02-05', '2024-02-19', '2024-02-26'])
    expect(weeks.map(({ to }) => to)).toEqual([...weeks.slice(1).map(({ from }) => from), days.length])
  })

  it('throws without days', () => {
    const one = { from: 0, to: 1 }
    const all = {
      week: one,
      month: one,
      year: one,
      quarter: one,
      oneYear: null,
      weeks: [one],
      monthsOfYear: [one],
      weeksOfYear: [one],
      winPeriods: { factor: [one], portfolio: [one] },
      terms: WINDOW_TERMS.week,
    }
    expect(tradingWindows(['2014-01-02'])).toEqual({ days: ['2014-01-02'], asOf: '2014-01-02', ...all })
    expect(() => tradingWindows([])).toThrow(RangeError)
  })
})

it('groups days into weeks by their Monday, across holidays of a week and more', () => {
  const days = shanghaiDays('2019-12-02', '2020-10-30').filter((_, position) => position % 7 !== 3)
  const mondays = [...new Set(days.map((day) => isoWeekOf(day).monday))]
  const expected = mondays.map((monday) => days.filter((day) => isoWeekOf(day).monday === monday).length)
  expect(runs(days, weekNumberOf).map(({ from, to }) => to - from)).toEqual(expected)
  expect(runs([], weekNumberOf)).toEqual([])
})
