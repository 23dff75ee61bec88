import { execFileSync } from 'node:child_process'
import publicHolidays from 'chinese-days/dist/chinese-days.json'
import { expect, test } from 'vitest'
import { isTradingDay, tradingDays } from './trading-calendar'

const YEARLY_COUNTS = {
  2014: 245,
  2015: 244,
  2016: 244,
  2017: 244,
  2018: 243,
  2019: 244,
  2020: 243,
  2021: 243,
  2022: 242,
  2023: 242,
  2024: 242,
  2025: 243,
}

test('has as many trading days in every year as the exchange had sessions', () => {
  for (const [year, count] of Object.entries(YEARLY_COUNTS)) {
    expect.soft(tradingDays('CN', `${year}-01-01`, `${year}-12-31`), year).toHaveLength(count)
  }
})

test('agrees on every day with the public holidays of another package', () => {
  // The package's functions depend on the time zone; its data do not.
  const holidays = new Set(Object.keys(publicHolidays.holidays))
  const open: string[] = []
  for (let time = Date.UTC(2014, 0, 1); time <= Date.UTC(2026, 11, 31); time += 86_400_000) {
    const weekday = new Date(time).getUTCDay()
    const date = new Date(time).toISOString().slice(0, 10)
    // The exchange closed on 2024-02-09, which was no public holiday.
    if (weekday > 0 && weekday < 6 && !holidays.has(date) && date !== '2024-02-09') open.push(date)
  }
  expect(tradingDays('CN', '2014-01-01', '2026-12-31')).toEqual(open)
})

test('has 34 weeks with trading days from 2024-01-01 to 2024-08-30', () => {
  const mondays = tradingDays('CN', '2024-01-01', '2024-08-30').map((date) => {
    const time = Date.parse(date)
    return time - ((new Date(time).getUTCDay() + 6) % 7) * 86_400_000
  })
  expect(new Set(mondays).size).toBe(34)
})

test('includes both ends, which may be closed days', () => {
  expect(tradingDays('CN', '2024-02-08', '2024-02-19')).toEqual(['2024-02-08', '2024-02-19'])
  expect(tradingDays('CN', '2024-02-09', '2024-02-18')).toEqual([])
  expect(tradingDays('CN', '2014-01-01', '2014-01-02')).toEqual(['2014-01-02'])
  expect(tradingDays('CN', '2026-12-31', '2026-12-31')).toEqual(['2026-12-31'])
  expect(tradingDays('CN', '2024-08-30', '2024-08-26')).toEqual([])
})

test('is not affected when a caller changes its list', () => {
  tradingDays('CN', '2024-08-26', '2024-08-30').pop()
  expect(tradingDays('CN', '2024-08-26', '2024-08-30')).toHaveLength(5)
})

test('separates trading days from weekends, holidays and working weekends', () => {
  expect(isTradingDay('CN', '2024-08-30')).toBe(true)
  expect(isTradingDay('CN', '2024-08-31')).toBe(false)
  expect(isTradingDay('CN', '2024-02-09')).toBe(false)
  expect(isTradingDay('CN', '2024-02-04')).toBe(false) // A Sunday on which offices worked.
  expect(isTradingDay('CN', '2026-12-31')).toBe(true)
})

test('names a date outside the calendar and an unknown market', () => {
  expect(() => tradingDays('CN', '2013-12-31', '2014-01-03')).toThrow(/2013-12-31/)
  expect(() => tradingDays('CN', '2026-12-31', '2027-01-01')).toThrow(RangeError)
  expect(() => isTradingDay('CN', '2027-01-01')).toThrow(/2027-01-01/)
  expect(() => tradingDays('US', '2024-01-01', '2024-12-31')).toThrow(/market "US"/)
})

test.each(['Pacific/Kiritimati', 'America/Los_Angeles'])('gives the same days when the process runs in %s', (zone) => {
  const script = `
    import { tradingDays } from './lib/calendar/trading-calendar.ts'
    console.log(tradingDays('CN', '2014-01-01', '2026-12-31').join())`
  const output = execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
    env: { ...process.env, TZ: zone },
    encoding: 'utf8',
  })
  expect(output.trim()).toBe(tradingDays('CN', '2014-01-01', '2026-12-31').join())
})
