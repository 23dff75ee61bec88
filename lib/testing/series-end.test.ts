/** A factor ends on a Wednesday: what its weeks, later weeks, its page, comparisons, the API and the import say. */
import { beforeAll, describe, expect, it } from 'vitest'
import { findWeek } from '@/lib/analysis/weeks/find-week'
import { answerApi } from '@/lib/api/answer-api'
import { ENDPOINTS } from '@/lib/api/endpoints/all'
import { verifyStore } from '@/lib/cli/verify'
import { forgetLatestVersion } from '@/lib/db/known-version'
import { latestVersion } from '@/lib/db/latest-version'
import { getFigureRows } from '@/lib/figures/get-figure-rows'
import { getSheetFigures } from '@/lib/figures/get-sheet-figures'
import { getReport } from '@/lib/report/build/get-report'
import type { Report } from '@/lib/report/model/report'
import { getSearchIndex } from '@/lib/search/get-search-index'
import { catalogueTable } from '@/lib/store/catalogue-table'
import type { StoreCell } from '@/lib/store/store-table'
import { getComparePage } from '@/lib/workbench/compare/get-compare-page'
import { getSeriesPage } from '@/lib/workbench/series/get-series-page'
import { getFreshness } from '@/lib/workbench/versions/get-freshness'
import { shanghaiDays } from './calendar/shanghai'
import { emptyStore } from './database/test-store'
import { factorCsv, portfolioCsv, SAMPLE_CATALOGUE } from './import/sample-files'

const [FIRST, ENDED, LAST] = ['2024-01-02', '2024-08-21', '2024-08-30']
const DAYS = shanghaiDays(FIRST, LAST)
const REASON = { endedReasonZh: '并入新因子', endedReasonEn: 'Merged into another factor' }
const [SKEWNESS, NETWORK] = SAMPLE_CATALOGUE.factors.map((factor) => ({ ...factor, inception: FIRST }))
const [ENHANCED] = SAMPLE_CATALOGUE.portfolios.map((portfolio) => ({ ...portfolio, inception: FIRST }))
const REVERSAL = { ...NETWORK, code: 'reversal', position: 3, nameZh: '反转', nameEn: 'Reversal' }
const CATALOGUE = {
  ...SAMPLE_CATALOGUE,
  factors: [SKEWNESS, NETWORK, REVERSAL],
  portfolios: [ENHANCED],
  reportIssues: [],
}
const ENDING = { ...CATALOGUE, factors: [SKEWNESS, { ...NETWORK, ended: ENDED, ...REASON }, REVERSAL] }

const store = emptyStore()
/** The version before the end, and the first one with it. */
let before = 0
let after = 0

/** Returns a small daily return that never repeats. */
function drawn(day: string, phase: number): number {
  return Number((Math.sin(17 * DAYS.indexOf(day) + phase) / 100).toFixed(6))
}

function factorRows(code: string, phase: number, until: string = LAST): string[] {
  const legs = (day: string) => [0, 1, 2].map((leg) => drawn(day, phase + leg)).join(',')
  return DAYS.filter((day) => day <= until).map((day) => `${day},${code},${legs(day)}`)
}

/** Long-short return over some days, by plain products. */
function longShort(phase: number, days: string[]): number {
  const [long, short] = [phase, phase + 1].map((leg) => days.reduce((nav, day) => nav * (1 + drawn(day, leg)), 1))
  return Number(long) - Number(short)
}

const PHASES = { skewness: 0, network: 10, reversal: 20 }

async function weekOf(asOf: string, version: number): Promise<Report> {
  const found = await findWeek({ version }, asOf)
  if (found.kind !== 'week') throw new Error(`${asOf} ends no week`)
  return getReport({ version, asOf, days: found.days, locale: 'en', convention: 'arithmetic' })
}

const codesOf = ({ table1 }: Pick<Report, 'table1'>) => table1.flatMap(({ rows }) => rows.map(({ code }) => code))
const rowOf = ({ table1 }: Report, code: string) => table1.flatMap(({ rows }) => rows).find((row) => row.code === code)
const shown = { locale: 'en', convention: 'arithmetic' } as const

async function api(path: string): Promise<Record<string, unknown>[]> {
  const url = new URL(`http://desk.example/api/v1/${path}`)
  const response = await answerApi(new Request(url), url.pathname.split('/').slice(3), ENDPOINTS)
  const body = await response.json()
  expect(response.status, JSON.stringify(body)).toBe(200)
  return body.rows
}

beforeAll(async () => {
  await store.loadCatalogue(CATALOGUE)
  const all = [...factorRows('skewness', 0), ...factorRows('network', 10, ENDED), ...factorRows('reversal', 20)]
  const loaded = await store.load(factorCsv(...all))
  expect(loaded.warnings.map(({ rule, series }) => `${rule} ${series}`)).toContain('ends-early network')
  const portfolio = DAYS.map((day) => `${day},enhanced,${drawn(day, 30)},${drawn(day, 31)}`)
  before = (await store.load(portfolioCsv(...portfolio))).version ?? 0
  after = (await store.loadCatalogue(ENDING)).version ?? 0
  forgetLatestVersion()
})

describe('the weeks', () => {
  it('are as before up to the week in which it ends', async () => {
    const [old, now] = await Promise.all([weekOf('2024-08-16', before), weekOf('2024-08-16', after)])
    expect({ ...now, version: old.version }).toEqual(old)
    expect(codesOf(now)).toEqual(['skewness', 'network', 'reversal'])
  })

  it('show it without a value and with the reason when it ends within the week', async () => {
    const report = await weekOf('2024-08-23', after)
    const row = rowOf(report, 'network')
    expect([row?.primary.week.value, row?.primary.year.value, row?.noteLetter]).toEqual([null, null, 'a'])
    const text = `Factor ended on ${ENDED}: Merged into another factor; periods that run past it have no value.`
    expect(report.missingNotes).toEqual([{ letter: 'a', code: 'network', text }])
    expect(report.dataQuality).toMatchObject({ checked: 4, later: 0, findings: [] })
    expect((await weekOf('2024-08-23', before)).dataQuality.findings.map(({ kind }) => kind)).toEqual(['late'])
  })

  it('leave it out afterwards, and count it in earlier weeks', async () => {
    const report = await weekOf(LAST, after)
    expect(codesOf(report)).toEqual(['skewness', 'reversal'])
    expect([report.missingNotes, report.dataQuality.findings, report.dataQuality.checked]).toEqual([[], [], 3])
    expect(report.weekBefore.compared).toBe(2)
    expect(report.sections.map((section) => ('code' in section ? section.code : section.kind))).not.toContain('network')
    const strip = new Map(report.weekStrip.map((week) => [week.asOf, week]))
    const days = DAYS.filter((day) => day >= '2024-08-12' && day <= '2024-08-16')
    const week = Object.values(PHASES).map((phase) => longShort(phase, days))
    expect(strip.get('2024-08-16')).toMatchObject({ known: 3, up: week.filter((value) => value > 0).length })
    expect(strip.get('2024-08-16')?.average).toBeCloseTo(week.reduce((sum, value) => sum + value, 0) / 3, 12)
    expect([strip.get('2024-08-23')?.known, strip.get(LAST)?.known]).toEqual([2, 2])
  })

  it('have pictures of their own series', async () => {
    const { stamp } = await latestVersion()
    const picture = { version: after, stamp, asOf: LAST, ...shown }
    const columns = await getFigureRows({ ...picture, kind: 'week-columns', code: 'all' })
    expect(JSON.stringify(columns)).not.toContain('null')
    expect(await getSheetFigures({ ...picture, shape: 'lines', part: 0 })).toHaveLength(3)
    expect(await getSheetFigures({ ...picture, asOf: '2024-08-16', shape: 'lines', part: 0 })).toHaveLength(4)
  })

  it('call no series late', async () => {
    const stamps = await Promise.all([before, after].map(async (version) => [version, `of-${version}`] as const))
    const [old, now] = await Promise.all(stamps.map(([version, stamp]) => getFreshness(version, stamp)))
    expect([old?.late, now?.late]).toEqual([['network'], []])
  })
})

describe('the series itself', () => {
  it('has a page as of its end, which says why', async () => {
    const page = await getSeriesPage({ version: after, kind: 'factor', code: 'network', ...shown })
    expect(page?.ended).toEqual({ day: ENDED, reason: REASON.endedReasonEn })
    expect(page?.week).toMatchObject({ asOf: ENDED, previous: '2024-08-16', next: null })
    const week = DAYS.filter((day) => day >= '2024-08-19' && day <= ENDED)
    expect(page?.row.primary.week.value).toBeCloseTo(longShort(10, week), 12)
    const other = await getSeriesPage({ version: after, kind: 'factor', code: 'skewness', ...shown })
    expect([other?.ended, other?.entries.map(({ code }) => code)]).toEqual([null, ['skewness', 'reversal']])
  })

  it('is compared up to its end', async () => {
    const asked = { version: after, codes: ['skewness', 'network'], from: null, to: null, ...shown }
    const page = await getComparePage(asked)
    expect(page.comparison?.days.at(-1)).toBe(ENDED)
    expect(page.chosen.map(({ ended }) => ended?.day ?? null)).toEqual([null, ENDED])
    expect(page.series.map(({ periods, missing }) => [typeof periods.year, missing.gap])).toEqual([
      ['number', []],
      ['number', []],
    ])
  })

  it('is in the API with its end, and in summaries only by name', async () => {
    const entry = (await api('factors.json')).find(({ code }) => code === 'network')
    expect(entry).toMatchObject({ ended: ENDED, ...REASON })
    const all = await api('summaries.json')
    expect([...new Set(all.map(({ code }) => code))]).toEqual(['skewness', 'reversal', 'enhanced'])
    const atEnd = (await api('summaries.json?series=network')).find(({ measure }) => measure === 'longShort')
    expect(atEnd).toMatchObject({ ended: ENDED, asOf: ENDED })
    const august = DAYS.filter((day) => day >= '2024-08-01' && day <= ENDED)
    expect(atEnd?.month).toBeCloseTo(longShort(10, august), 12)
    expect((await api('factors/network/daily.json')).at(-1)).toMatchObject({ date: ENDED })
    expect((await api('statistics.json?series=network'))[0]).toMatchObject({ to: ENDED, missing: 0 })
    const inWeek = (await api('summaries.json?asOf=2024-08-23')).filter(({ code }) => code === 'network')
    expect(inWeek.map(({ asOf, week }) => [asOf, week])).toEqual([
      ['2024-08-23', null],
      ['2024-08-23', null],
    ])
  })

  it('is found by the search with its end', async () => {
    const { entries } = await getSearchIndex({ version: after, locale: 'en' })
    const found = entries.find(({ command }) => command.kind === 'go' && command.path === '/factors/network')
    expect(found?.note).toBe(`因子 · ended ${ENDED}`)
  })
})

describe('the import', () => {
  it('refuses a row after the end, in plain CSV and in percent', async () => {
    for (const options of [{}, { unit: 'percent' as const }]) {
      const { faults } = await store.load(factorCsv('2024-08-22,network,0.1,0.2,0.3'), { ...options, dryRun: true })
      expect(faults.map(({ row, column, rule }) => [row, column, rule])).toEqual([[2, 'date', 'after-end']])
      expect(faults[0]?.remedy).toMatch(/^The series ended on 2024-08-21; remove the row, or/)
    }
  })

  it('refuses an end before stored rows, half an end, and an end before the inception', async () => {
    const withEnd = (end: object) => ({ ...CATALOGUE, factors: [{ ...REVERSAL, ...end }] })
    const early = await store.loadCatalogue(withEnd({ ended: '2024-08-29', ...REASON }))
    expect(early.faults).toMatchObject([{ column: 'factors[0].ended', rule: 'catalogue-contradiction' }])
    expect(early.faults[0]?.remedy).toBe(
      'reversal has data until 2024-08-30: write that day or a later one, or withdraw the rows after 2024-08-29 first.',
    )
    const half = await store.loadCatalogue(withEnd({ ended: LAST, endedReasonZh: '停止', endedReasonEn: null }))
    expect(half.faults.map(({ column }) => column)).toEqual(['factors[0].ended'])
    const wrong = await store.loadCatalogue(withEnd({ ended: '2023-12-29', ...REASON }))
    expect(wrong.faults[0]?.remedy).toBe('Write a day that is not before inception.')
  })

  it('leaves the end as it is when a file lacks the columns, and warns of no early end', async () => {
    const { rowsRestated, version } = await store.loadCatalogue(CATALOGUE)
    expect([rowsRestated, version]).toEqual([0, null])
    const again = await store.load(factorCsv(...factorRows('reversal', 20).map((row) => `${row}1`)), { dryRun: true })
    expect(again.warnings.filter(({ rule }) => rule === 'ends-early')).toEqual([])
  })

  it('exports the end, and brings the series back when it is emptied', async () => {
    expect(await verifyStore()).toEqual([])
    const { columns, pieces } = catalogueTable('factors', after)
    const rows: StoreCell[][] = []
    for await (const piece of pieces) rows.push(...piece)
    const at = columns.findIndex(({ name }) => name === 'ended')
    expect(rows.map((row) => row[at])).toEqual([null, ENDED, null])
    const goesOn = { ...NETWORK, ended: null, endedReasonZh: null, endedReasonEn: null }
    const { version } = await store.loadCatalogue({ ...CATALOGUE, factors: [goesOn] })
    const report = await weekOf(LAST, version ?? 0)
    expect(codesOf(report)).toEqual(['skewness', 'network', 'reversal'])
    expect(codesOf(await weekOf(LAST, after))).toEqual(['skewness', 'reversal'])
    expect(await verifyStore()).toEqual([])
  })
})
