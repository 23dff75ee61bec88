import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  daysBetween,
  decimalYear,
  isIsoDate,
  isoWeekOf,
  lastDaysOfWeeks,
  mondayOf,
  monthOf,
  monthsBefore,
  positionAfter,
  positionFrom,
  quarterOf,
  weekNumberOf,
  yearOf,
  yearsBefore,
} from './dates'

/** Any date from 1990 to 2089. */
const anyDate = fc.integer({ min: 0, max: 36_524 }).map((days) => addDays('1990-01-01', days))

describe('isoWeekOf', () => {
  // Weeks by Python: datetime.date(y, m, d).isocalendar()
  it.each([
    ['2024-08-30', 2024, 35, '2024-08-26'],
    ['2024-09-01', 2024, 35, '2024-08-26'],
    ['2024-01-01', 2024, 1, '2024-01-01'],
    ['2024-12-30', 2025, 1, '2024-12-30'],
    ['2021-01-03', 2020, 53, '2020-12-28'],
    ['2014-01-02', 2014, 1, '2013-12-30'],
    // R: format(as.Date("2026-12-31"), "%G %V")
    ['2026-12-31', 2026, 53, '2026-12-28'],
    ['2027-01-03', 2026, 53, '2026-12-28'],
    ['2000-01-01', 1999, 52, '1999-12-27'],
  ])('%s lies in %i week %i', (date, year, week, monday) => {
    expect(isoWeekOf(date)).toEqual({ year, week, monday, sunday: addDays(monday, 6) })
  })
})

it('returns a Monday for each day of two centuries, every seventh day from a known one', () => {
  // 1 January 1900 was a Monday.
  const mondays = Array.from({ length: 10_436 }, (_, week) => new Date(Date.UTC(1900, 0, 1 + 7 * week)))
  for (const monday of mondays) {
    const days = [0, 1, 2, 3, 4, 5, 6].map((after) => new Date(monday.getTime() + after * 86_400_000))
    const found = new Set(days.map((day) => mondayOf(day.toISOString().slice(0, 10))))
    if (found.size !== 1 || !found.has(monday.toISOString().slice(0, 10))) throw new Error(`${[...found]} of ${monday}`)
  }
  expect(mondays.at(-1)?.getUTCFullYear()).toBe(2099)
})

it('returns a week that contains the date, in the year of its Thursday', () => {
  fc.assert(
    fc.property(anyDate, (date) => {
      const { year, week, monday, sunday } = isoWeekOf(date)
      expect(monday <= date && date <= sunday).toBe(true)
      expect(Math.abs(daysBetween('2024-01-01', monday)) % 7).toBe(0)
      expect(String(year)).toBe(yearOf(addDays(monday, 3)))
      expect(week).toBeGreaterThanOrEqual(1)
      expect(week).toBeLessThanOrEqual(53)
      expect(isoWeekOf(sunday)).toEqual(isoWeekOf(monday))
    }),
  )
})

describe('isIsoDate', () => {
  it.each(['2024-02-29', '2014-01-02', '1583-01-01', '9999-12-31'])('takes %s', (text) =>
    expect(isIsoDate(text)).toBe(true),
  )
  it.each([
    '0000-01-01',
    '0001-01-01',
    '1582-12-31',
    '2023-02-29',
    '2024-13-01',
    '2024-8-30',
    '20240830',
    '',
    '2024-08-30T00:00:00Z',
    '+002024-08-30',
  ])('refuses "%s"', (text) => expect(isIsoDate(text)).toBe(false))
})

it('counts days across a leap day and a year', () => {
  expect(addDays('2024-02-28', 2)).toBe('2024-03-01')
  expect(addDays('2024-01-01', -1)).toBe('2023-12-31')
  expect(daysBetween('2024-01-01', '2025-01-01')).toBe(366)
  expect(mondayOf('2024-09-01')).toBe('2024-08-26')
})

it('numbers weeks from Monday to Sunday without a gap', () => {
  // The first Monday after 1970-01-01.
  expect(weekNumberOf('1970-01-05')).toBe(1)
  fc.assert(
    fc.property(anyDate, (date) => {
      expect(weekNumberOf(date)).toBe(weekNumberOf(mondayOf(date)))
      expect(weekNumberOf(addDays(mondayOf(date), 6))).toBe(weekNumberOf(date))
      expect(weekNumberOf(addDays(date, 7))).toBe(weekNumberOf(date) + 1)
    }),
  )
})

it('adds the days between two dates to reach the second', () => {
  fc.assert(
    fc.property(anyDate, anyDate, (from, to) => {
      expect(addDays(from, daysBetween(from, to))).toBe(to)
      expect(daysBetween(to, from) + daysBetween(from, to)).toBe(0)
    }),
  )
})

it('returns the month and the year of a date', () => {
  expect(monthOf('2024-08-30')).toBe('2024-08')
  expect(yearOf('2024-08-30')).toBe('2024')
})

// R: quarters(as.Date("2024-08-30"))
it.each([
  ['2024-01-01', '2024-1'],
  ['2024-03-31', '2024-1'],
  ['2024-04-01', '2024-2'],
  ['2024-08-30', '2024-3'],
  ['2024-12-31', '2024-4'],
])('%s lies in quarter %s', (date, quarter) => expect(quarterOf(date)).toBe(quarter))

// Python: date(2024, 3, 31) - dateutil.relativedelta(months=1)
it.each([
  ['2024-03-31', 1, '2024-02-29'],
  ['2023-03-31', 1, '2023-02-28'],
  ['2024-01-31', 11, '2023-02-28'],
  ['2024-08-30', 20, '2022-12-30'],
  ['2024-08-30', 0, '2024-08-30'],
])('%s less %i months is %s', (date, months, earlier) => expect(monthsBefore(date, months)).toBe(earlier))

it('throws for a text that is no date', () => expect(() => monthsBefore('2024', 1)).toThrow(RangeError))

it.each([
  ['2024-08-30', 5, '2019-08-30'],
  ['2024-02-29', 1, '2023-02-28'],
  ['2024-02-29', 4, '2020-02-29'],
])('%s less %i years is %s', (date, years, earlier) => expect(yearsBefore(date, years)).toBe(earlier))

it('goes back a year as it goes back twelve months', () => {
  fc.assert(
    fc.property(anyDate, fc.nat({ max: 20 }), (date, years) => {
      expect(yearsBefore(date, years)).toBe(monthsBefore(date, 12 * years))
    }),
  )
})

it('keeps the last day of each week that has days', () => {
  // Thursday, Friday; Monday; nothing for a week; Tuesday, Sunday
  const days = ['2024-08-29', '2024-08-30', '2024-09-02', '2024-09-17', '2024-09-22']
  expect(lastDaysOfWeeks(days)).toEqual(['2024-08-30', '2024-09-02', '2024-09-22'])
  expect(lastDaysOfWeeks([])).toEqual([])
})

it('returns the position of a date on a time axis', () => {
  expect(decimalYear('2024-01-01')).toBe(2024)
  expect(decimalYear('2023-07-02')).toBeCloseTo(2023 + 182 / 365, 12)
  expect(decimalYear('2024-07-02')).toBe(2024.5)
})

it('finds positions in ascending dates as a search from the first one does', () => {
  fc.assert(
    fc.property(fc.uniqueArray(anyDate, { maxLength: 40 }), anyDate, (dates, other) => {
      const days = dates.toSorted()
      for (const date of [other, ...days]) {
        expect(positionFrom(days, date)).toBe(days.filter((day) => day < date).length)
        expect(positionAfter(days, date)).toBe(days.filter((day) => day <= date).length)
      }
    }),
  )
})
