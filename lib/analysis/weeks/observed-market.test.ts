/** Tests a market without a calendar: its weeks, windows, win rates and figures use the days in its data. */
import { beforeAll, describe, expect, it } from 'vitest'
import { getVersionStamp } from '@/lib/db/queries/versions/get-version-stamp'
import { getFigureRows } from '@/lib/figures/get-figure-rows'
import { emptyBatch } from '@/lib/import/check/return-batch'
import { ACCEPTABLE } from '@/lib/import/outcome/hold'
import type { LoadSource } from '@/lib/import/write/load'
import { inSession } from '@/lib/import/write/load-session'
import { stageBatch } from '@/lib/import/write/stage-rows'
import { countStaged, writeStaged } from '@/lib/import/write/write-returns'
import { getReport } from '@/lib/report/build/get-report'
import { emptyStore } from '@/lib/testing/database/test-store'
import { SAMPLE_CATALOGUE } from '@/lib/testing/import/sample-files'
import { getComparePage } from '@/lib/workbench/compare/get-compare-page'
import { getSeriesPage } from '@/lib/workbench/series/get-series-page'
import { getFreshness } from '@/lib/workbench/versions/get-freshness'
import { getReportDays } from './report-days'

const store = emptyStore()

/** 2024-07-04 was a holiday in New York only; 2024-06-10 in Shanghai only. */
const US_DAYS = ['2024-06-10', '2024-06-28', '2024-07-01', '2024-07-02', '2024-07-03', '2024-07-05']
const US = { ...SAMPLE_CATALOGUE.factors[0], code: 'value', position: 3, marketCode: 'US', inception: '2024-06-10' }
const CATALOGUE = {
  ...SAMPLE_CATALOGUE,
  markets: [...SAMPLE_CATALOGUE.markets, { code: 'US', nameZh: '美股', nameEn: 'US equities' }],
  factors: [...SAMPLE_CATALOGUE.factors, US],
}

beforeAll(async () => {
  await store.loadCatalogue(CATALOGUE)
  await load('value', US_DAYS, [0.02, 0.01, 0.015])
  await load('skewness', ['2024-07-03', '2024-07-04'], [0.01, 0.02, 0.03])
})

const SOURCE: LoadSource = {
  name: 'returns.csv',
  sha256: '0'.repeat(64),
  bytes: new Uint8Array(),
  isDemo: false,
  loadedBy: null,
  declaredAs: null,
  declaredUnit: null,
  declaredColumns: [],
  reason: null,
  accepted: ACCEPTABLE,
}

/** Loads the same returns of the legs on every day, without the checks, which would refuse them as levels. */
function load(code: string, dates: string[], legs: number[]) {
  const kind = 'factor_returns'
  return inSession(async (client) => {
    await stageBatch(client, {
      ...emptyBatch(kind, legs.length),
      codes: dates.map(() => code),
      dates,
      legs: legs.map((leg) => dates.map(() => leg)),
    })
    const series = await countStaged(client, kind)
    return { result: await writeStaged(client, { kind, series, source: SOURCE }), commit: true }
  })
}

describe('a market whose days are observed', () => {
  it('has its own last day, which pages of another market do not show', async () => {
    const lastOf = async (market?: string) => (await getFreshness(3, 'a', market))?.last
    expect(await Promise.all([lastOf('US'), lastOf('CN'), lastOf()])).toEqual([
      US_DAYS.at(-1),
      '2024-07-04',
      '2024-07-04',
    ])
    expect(await lastOf('XX')).toBeNull()
    expect((await getFreshness(2, 'a'))?.last).toBe(US_DAYS.at(-1))
  })

  it('shows that day on the page of its factor, and in a comparison within the market', async () => {
    const shown = { version: 3, locale: 'en', convention: 'arithmetic' } as const
    const pageOf = (code: string) => getSeriesPage({ ...shown, kind: 'factor', code })
    expect([(await pageOf('value'))?.market, (await pageOf('skewness'))?.market]).toEqual(['US', 'CN'])
    const compared = async (...codes: string[]) =>
      (await getComparePage({ ...shown, codes, from: null, to: null })).market
    expect(await compared('value')).toBe('US')
    expect(await compared('value', 'skewness')).toBeUndefined()
    expect(await compared()).toBeUndefined()
  })

  it('trades on the days in its data, as of a version', async () => {
    expect(await getReportDays(3, 'US')).toMatchObject({ market: 'US', markets: ['CN', 'US'], reported: US_DAYS })
    expect(await getReportDays(2)).toMatchObject({ market: 'US', markets: ['US'], days: US_DAYS })
    expect(await getReportDays(3)).toMatchObject({ market: 'CN', last: '2024-07-04' })
    expect(await getReportDays(3, 'XX')).toBeNull()
  })

  it('has a report of its own series, windows and win rates', async () => {
    const days = await getReportDays(3, 'US')
    if (!days) throw new Error('no days')
    const shown = { version: 3, locale: 'en', convention: 'arithmetic' } as const
    const report = await getReport({ ...shown, days, asOf: '2024-07-05' })
    const [row, ...others] = report.table1.flatMap(({ rows }) => rows)
    expect(others).toEqual([])
    expect(row?.code).toBe('value')
    // Four days of the week and of July, six of the year, computed by a loop in this test.
    const longShort = (count: number) => 1.02 ** count - 1.01 ** count
    expect(row?.primary.week.value).toBeCloseTo(longShort(4), 12)
    expect(row?.primary.month.value).toBeCloseTo(longShort(4), 12)
    expect(row?.primary.year.value).toBeCloseTo(longShort(6), 12)
    expect(row?.primary.winRate).toEqual({ wins: 2, periods: 2 })
    expect(report.issue).toBeNull()
    expect(report.markets.map(({ name, isShown }) => [name, isShown])).toEqual([
      ['China A-shares', false],
      ['US equities', true],
    ])
  })

  it('has figures of one series and of all its factors', async () => {
    const stamp = await getVersionStamp(3)
    if (stamp === null) throw new Error('no stamp')
    const shown = { version: 3, stamp, asOf: '2024-07-05', locale: 'en', convention: 'arithmetic' } as const
    const line = await getFigureRows({ ...shown, kind: 'relative-strength', code: 'value' })
    expect(line).toMatchObject({ shape: 'line', dates: [expect.any(String), ...US_DAYS] })
    expect(await getFigureRows({ ...shown, kind: 'week-columns', code: 'all.US' })).toMatchObject({
      factors: [{ number: 3 }],
    })
    expect(await getFigureRows({ ...shown, kind: 'week-columns', code: 'all' })).toBeNull()
  })
})
