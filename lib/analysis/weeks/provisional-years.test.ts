/**
 * Tests weeks around a year whose closures are not known, with a moved clock: before they are loaded, the days in the data
 * count; after, the days of the calendar.
 */
import { afterEach, describe, expect, it, vi } from 'vitest'
import { getMissingClosures } from '@/lib/calendar/get-missing-closures'
import { getVersionStamp } from '@/lib/db/queries/versions/get-version-stamp'
import { importFile } from '@/lib/import/import-file'
import { ACCEPTABLE } from '@/lib/import/outcome/hold'
import { getReport } from '@/lib/report/build/get-report'
import { sampleStore } from '@/lib/testing/database/test-store'
import { factorCsv, SAMPLE_CATALOGUE } from '@/lib/testing/import/sample-files'
import { findWeek } from './find-week'
import { getReportDays } from './report-days'

const store = sampleStore('database')

afterEach(() => vi.unstubAllEnvs())

/** Loads days of one factor as on a given day of the clock. */
async function load(now: string, ...dates: string[]) {
  vi.stubEnv('FACTOR_WEEKLY_TODAY', now)
  const path = await store.write('week.csv', factorCsv(...dates.map((date) => `${date},skewness,0.02,0.01,0.012`)))
  return importFile({ path, accept: ACCEPTABLE })
}

const loadClosures = (...rows: string[]) => store.load(['market,date,kind,name', ...rows, ''].join('\n'))
const warningsOf = async (loaded: ReturnType<typeof load>) => (await loaded).warnings.map(({ rule }) => rule)

async function reportOf(version: number, date?: string) {
  const found = await findWeek({ version }, date)
  if (found.kind !== 'week') throw new Error(`no week: ${found.kind}`)
  const { days, asOf } = found
  const report = await getReport({ version, locale: 'en', convention: 'arithmetic', days, asOf })
  const [row] = report.table1.flatMap(({ rows }) => rows)
  if (!row) throw new Error('no row')
  return { report, row, asOf }
}

/** The trading days of December 2026 in Shanghai from the 14th on. */
const DECEMBER = ['14', '15', '16', '17', '18', '21', '22', '23', '24', '25', '28', '29', '30', '31'].map(
  (day) => `2026-12-${day}`,
)
const longShort = (days: number) => 1.02 ** days - 1.01 ** days

describe('the last week of a year', () => {
  it('is complete on its last trading day, and is not provisional', async () => {
    expect(await load('2026-12-31', ...DECEMBER)).toMatchObject({ rowsNew: 14, faults: [] })
    const { report, row, asOf } = await reportOf(2)
    expect([asOf, report.provisionalYears]).toEqual(['2026-12-31', []])
    expect(row.primary.week.value).toBeCloseTo(longShort(4), 12)
  })

  it('warns from 1 December that the closures of the next year are missing', async () => {
    expect(await warningsOf(load('2026-11-30', '2026-11-27'))).not.toContain('closures-missing')
    expect(await warningsOf(load('2026-12-01', '2026-11-30'))).toContain('closures-missing')
    await loadClosures('XSHG,2027-01-01,closed,New Year')
    expect(await warningsOf(load('2026-12-02', '2026-12-01'))).not.toContain('closures-missing')
    const missing = async (version: number, year: string) =>
      getMissingClosures({ version, year, stamp: (await getVersionStamp(version)) ?? '' })
    expect(await missing(3, '2027')).toEqual(['CN'])
    expect(await missing(4, '2027')).toEqual([])
    expect(await missing(4, '2028')).toEqual(['CN'])
  })
})

describe('the first week of a year without closures', () => {
  const JANUARY = ['2027-01-04', '2027-01-05', '2027-01-07', '2027-01-08']

  it('has the days in the data, and is marked', async () => {
    await load('2027-01-08', ...DECEMBER, ...JANUARY)
    const days = await getReportDays(2)
    expect(days?.provisionalYears).toEqual(['2027'])
    expect(days?.days.slice(-5)).toEqual(['2026-12-31', ...JANUARY])
    const { report, row } = await reportOf(2)
    expect(report.provisionalYears).toEqual(['2027'])
    expect(row.primary.week.value).toBeCloseTo(longShort(4), 12)
    expect(row.primary.year.value).toBeCloseTo(longShort(4), 12)
    expect(row.primary.winRate).toEqual({ wins: 1, periods: 1 })
    expect((await reportOf(2, '2026-12-25')).report.provisionalYears).toEqual([])
  })

  it('has the days of the calendar once it is loaded, and keeps the older version', async () => {
    await load('2027-01-08', ...DECEMBER, ...JANUARY)
    const { warnings } = await loadClosures('CN,2027-01-01,closed,New Year')
    expect(warnings).toMatchObject([{ rule: 'gap-of-trading-days', from: '2027-01-06' }])
    const { report, row } = await reportOf(3)
    expect(report.provisionalYears).toEqual([])
    // 6 January is a trading day now, and has no return.
    expect(row.primary.week.value).toBeNull()
    expect((await reportOf(2)).row.primary.week.value).toBeCloseTo(longShort(4), 12)
    await loadClosures('CN,2027-01-06,closed,Storm')
    expect((await reportOf(4)).row.primary.week.value).toBeCloseTo(longShort(4), 12)
  })

  it('that lies in both years counts all its days, for both kinds of days', async () => {
    // 2027-01-01 is a Friday: with a session on it, the week has five days in two years.
    await load('2027-01-08', ...DECEMBER, '2027-01-01', ...JANUARY)
    const { report, row, asOf } = await reportOf(2, '2027-01-01')
    expect([asOf, report.provisionalYears]).toEqual(['2027-01-01', ['2027']])
    expect(row.primary.week.value).toBeCloseTo(longShort(5), 12)
    expect(row.primary.month.value).toBeCloseTo(longShort(1), 12)
    const next = await reportOf(2)
    expect(next.row.primary.year.value).toBeCloseTo(longShort(5), 12)
  })
})

describe('history before the first known year', () => {
  it('counts the days in the data, Saturdays too, and then those of the calendar', async () => {
    const [first, ...rest] = SAMPLE_CATALOGUE.factors
    await store.loadCatalogue({ ...SAMPLE_CATALOGUE, factors: [{ ...first, inception: '1990-12-19' }, ...rest] })
    const days = ['1990-12-19', '1990-12-21', '1990-12-22', '1990-12-31', '1991-01-02', '1991-01-03']
    await load('2026-11-30', ...days)
    const known = await getReportDays(3)
    expect(known?.provisionalYears).toEqual(['1990'])
    expect(known?.reported).toEqual(days)
    const { report, row } = await reportOf(3)
    // The week of 1990-12-31 lies in both years.
    expect(report.provisionalYears).toEqual(['1990'])
    expect(row.primary.week.value).toBeCloseTo(longShort(3), 12)
    expect(row.primary.year.value).toBeCloseTo(longShort(2), 12)
  })
})
