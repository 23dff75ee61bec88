import { describe, expect, it } from 'vitest'
import { addDays, daysBetween, decimalYear, isIsoDate, isoWeekOf, mondayOf } from './dates'

describe('isoWeekOf', () => {
  // Weeks by Python: datetime.date(y, m, d).isocalendar()
  it.each([
    ['2024-08-30', 2024, 35, '2024-08-26'],
    ['2024-09-01', 2024, 35, '2024-08-26'],
    ['2024-01-01', 2024, 1, '2024-01-01'],
    ['2024-12-30', 2025, 1, '2024-12-30'],
    ['2021-01-03', 2020, 53, '2020-12-28'],
    ['2014-01-02', 2014, 1, '2013-12-30'],
  ])('%s lies in %i week %i', (date, year, week, monday) => {
    expect(isoWeekOf(date)).toEqual({ year, week, monday, sunday: addDays(monday, 6) })
  })
})

describe('isIsoDate', () => {
  it.each(['2024-02-29', '2014-01-02'])('takes %s', (text) => expect(isIsoDate(text)).toBe(true))
  it.each(['2023-02-29', '2024-13-01', '2024-8-30', '20240830', '', '2024-08-30T00:00:00Z', '+002024-08-30'])(
    'refuses "%s"',
    (text) => expect(isIsoDate(text)).toBe(false),
  )
})

it('counts days across a leap day and a year', () => {
  expect(addDays('2024-02-28', 2)).toBe('2024-03-01')
  expect(addDays('2024-01-01', -1)).toBe('2023-12-31')
  expect(daysBetween('2024-01-01', '2025-01-01')).toBe(366)
  expect(mondayOf('2024-09-01')).toBe('2024-08-26')
})

it('puts a date on a time axis', () => {
  expect(decimalYear('2024-01-01')).toBe(2024)
  expect(decimalYear('2023-07-02')).toBeCloseTo(2023 + 182 / 365, 12)
})
