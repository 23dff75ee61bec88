import { execFileSync } from 'node:child_process'
import publicHolidays from 'chinese-days/dist/chinese-days.json'
import { expect, test } from 'vitest'
import { readReadyCalendar, readReadyClosures, readyExchanges } from './ready-calendars'
import {
  countedDays,
  dayKind,
  isKnownYear,
  NO_CALENDAR,
  tradingCalendar,
  tradingDays,
  unknownYears,
} from './trading-calendar'

const SHANGHAI = readReadyCalendar('XSHG')

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
    expect.soft(tradingDays(SHANGHAI, `${year}-01-01`, `${year}-12-31`), year).toHaveLength(count)
  }
})

/** Sessions of the New York exchange: four days of 2001 and two of 2012 were lost to an attack and a storm. */
const NEW_YORK_COUNTS = { 2001: 248, 2008: 253, 2012: 250, 2018: 251, 2020: 253, 2023: 250, 2024: 252, 2025: 250 }

test('knows the sessions of another exchange', () => {
  const newYork = readReadyCalendar('XNYS')
  for (const [year, count] of Object.entries(NEW_YORK_COUNTS)) {
    expect.soft(tradingDays(newYork, `${year}-01-01`, `${year}-12-31`), year).toHaveLength(count)
  }
})

test('comes with seven exchanges, Shanghai since 1991, whose closures are weekdays', () => {
  expect(readyExchanges()).toEqual(['XETR', 'XHKG', 'XLON', 'XNYS', 'XSHG', 'XTAI', 'XTKS'])
  expect([...SHANGHAI.years].sort()).toEqual(Array.from({ length: 36 }, (_, index) => String(1991 + index)))
  for (const exchange of readyExchanges()) {
    const closures = readReadyClosures(exchange)
    expect(closures.map(({ date }) => new Date(date).getUTCDay() % 6).filter((day) => day === 0)).toEqual([])
    expect(closures.map(({ date }) => date)).toEqual([...new Set(closures.map(({ date }) => date))].sort())
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
  expect(tradingDays(SHANGHAI, '2014-01-01', '2026-12-31')).toEqual(open)
})

test('has 34 weeks with trading days from 2024-01-01 to 2024-08-30', () => {
  const mondays = tradingDays(SHANGHAI, '2024-01-01', '2024-08-30').map((date) => {
    const time = Date.parse(date)
    return time - ((new Date(time).getUTCDay() + 6) % 7) * 86_400_000
  })
  expect(new Set(mondays).size).toBe(34)
})

test('includes both ends, which may be closed days', () => {
  expect(tradingDays(SHANGHAI, '2024-02-08', '2024-02-19')).toEqual(['2024-02-08', '2024-02-19'])
  expect(tradingDays(SHANGHAI, '2024-02-09', '2024-02-18')).toEqual([])
  expect(tradingDays(SHANGHAI, '2013-12-31', '2014-01-02')).toEqual(['2013-12-31', '2014-01-02'])
  expect(tradingDays(SHANGHAI, '2026-12-31', '2027-01-05')).toEqual(['2026-12-31'])
  expect(tradingDays(SHANGHAI, '2024-08-30', '2024-08-26')).toEqual([])
})

test('is not affected when a caller changes its list', () => {
  tradingDays(SHANGHAI, '2024-08-26', '2024-08-30').pop()
  expect(tradingDays(SHANGHAI, '2024-08-26', '2024-08-30')).toHaveLength(5)
})

test('separates trading days from weekends, holidays, working weekends and unknown years', () => {
  expect(dayKind(SHANGHAI, '2024-08-30')).toBe('trading')
  expect(dayKind(SHANGHAI, '2024-08-31')).toBe('weekend')
  expect(dayKind(SHANGHAI, '2024-02-09')).toBe('closed')
  expect(dayKind(SHANGHAI, '2024-02-04')).toBe('weekend') // A Sunday on which offices worked.
  expect(dayKind(SHANGHAI, '2027-01-01')).toBe('unknown')
  expect(dayKind(NO_CALENDAR, '2024-08-30')).toBe('unknown')
})

test('adds special sessions, and lets a later list replace days of an earlier one', () => {
  const exchange = [
    { date: '2024-02-09', kind: 'closed', name: 'Spring Festival' } as const,
    { date: '2024-02-17', kind: 'session', name: 'Make-up session' } as const,
  ]
  const own = [{ date: '2024-02-09', kind: 'session', name: null } as const]
  expect(tradingDays(tradingCalendar(exchange), '2024-02-08', '2024-02-18')).toEqual([
    '2024-02-08',
    ...['2024-02-12', '2024-02-13', '2024-02-14', '2024-02-15', '2024-02-16', '2024-02-17'],
  ])
  expect(dayKind(tradingCalendar(exchange, own), '2024-02-09')).toBe('trading')
  expect(dayKind(tradingCalendar(own, exchange), '2024-02-09')).toBe('closed')
})

test('counts the days in the data where a year is unknown, and only there', () => {
  const observed = ['2026-12-30', '2027-01-02', '2027-01-04', '2028-01-03']
  expect(countedDays(SHANGHAI, { from: '2026-12-29', to: '2027-12-31', observed })).toEqual([
    ...['2026-12-29', '2026-12-30', '2026-12-31'],
    ...['2027-01-02', '2027-01-04'],
  ])
  expect(countedDays(NO_CALENDAR, { from: '2026-01-01', to: '2027-12-31', observed })).toEqual(observed.slice(0, 3))
})

test('names the years without closures, across centuries', () => {
  expect(unknownYears(SHANGHAI, '1989-05-01', '1992-01-01')).toEqual(['1989', '1990'])
  expect(unknownYears(SHANGHAI, '2026-12-31', '2028-01-01')).toEqual(['2027', '2028'])
  expect(unknownYears(NO_CALENDAR, '0999-01-01', '1000-01-01')).toEqual(['0999', '1000'])
  expect(unknownYears(SHANGHAI, '2024-01-01', '2023-01-01')).toEqual([])
  expect(isKnownYear(SHANGHAI, '2026-12-31')).toBe(true)
})

test.each(['Pacific/Kiritimati', 'America/Los_Angeles'])('gives the same days when the process runs in %s', (zone) => {
  const script = `
    import { readReadyCalendar } from './lib/calendar/ready-calendars.ts'
    import { tradingDays } from './lib/calendar/trading-calendar.ts'
    console.log(tradingDays(readReadyCalendar('XSHG'), '2014-01-01', '2026-12-31').join())`
  const output = execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
    env: { ...process.env, TZ: zone },
    encoding: 'utf8',
  })
  expect(output.trim()).toBe(tradingDays(SHANGHAI, '2014-01-01', '2026-12-31').join())
})
