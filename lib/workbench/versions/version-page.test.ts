/** Tests the changes of a load on a real database: rows, entries, and the published figures that moved. */
import { beforeAll, describe, expect, it } from 'vitest'
import { parseView, type View } from '@/lib/address/view'
import { getReportDays } from '@/lib/analysis/weeks/report-days'
import { getReport } from '@/lib/report/build/get-report'
import { getReportInputs } from '@/lib/report/build/get-report-inputs'
import { reconcile } from '@/lib/report/build/reconciliation'
import { shanghaiDays } from '@/lib/testing/calendar/shanghai'
import { sampleStore } from '@/lib/testing/database/test-store'
import { factorCsv, portfolioCsv, SAMPLE_CATALOGUE } from '@/lib/testing/import/sample-files'
import { getComparePage } from '@/lib/workbench/compare/get-compare-page'
import { getSeriesPage } from '@/lib/workbench/series/get-series-page'
import { getWall } from '@/lib/workbench/wall/get-wall'
import { getDataPage } from './get-data-page'
import { getFreshness } from './get-freshness'
import { getVersionPage } from './get-version-page'

const DAYS = shanghaiDays('2023-12-25', '2024-03-01')
const RESTATED_DAY = '2024-01-04'

const store = sampleStore()

/** Version 1 is the catalogue, 2 and 3 returns, 4 a restatement of one day beside a new one, 5 a new name. */
beforeAll(async () => {
  const line = (day: string, code: string, legs: number[]) => [day, code, ...legs].join()
  const returnOf = (index: number) => Math.sin(index) / 100
  const files = [
    factorCsv(...DAYS.map((day, i) => line(day, 'skewness', [returnOf(i), returnOf(i + 1), returnOf(i + 2)]))),
    portfolioCsv(...DAYS.slice(0, -1).map((day, i) => line(day, 'enhanced', [returnOf(i), returnOf(i + 3)]))),
    factorCsv(
      line(RESTATED_DAY, 'skewness', [0.03, returnOf(1), returnOf(2)]),
      line('2024-03-04', 'skewness', [0, 0, 0]),
    ),
  ]
  for (const content of files) await store.load(content, { today: '2024-03-05' })
  const [first, ...others] = SAMPLE_CATALOGUE.factors
  await store.loadCatalogue({ ...SAMPLE_CATALOGUE, factors: [{ ...first, nameEn: 'Renamed' }, ...others] })
})

it('gives each value before and after a restatement', async () => {
  const page = await getVersionPage(4, { latest: 5, convention: 'arithmetic', page: 1 })
  expect(page?.version).toMatchObject({ id: 4, rowsNew: 1, rowsRestated: 1 })
  expect(page?.restated).toMatchObject([{ code: 'skewness', date: RESTATED_DAY, after: { long: 0.03 } }])
  expect(page?.restatedCount).toBe(1)
  expect(page?.entries).toEqual([])
  const second = await getVersionPage(4, { latest: 5, convention: 'arithmetic', page: 2 })
  expect([second?.restated, second?.restatedCount]).toEqual([[], 1])
})

it.each(['arithmetic', 'geometric'] as const)(
  'lists as moved exactly the figures in which the reports before and after differ, %s',
  async (convention) => {
    const page = await getVersionPage(4, { latest: 5, convention, page: 1 })
    // A second method: every cell of every week's report, printed here, as of the two versions.
    const weeks = [
      '2023-12-29',
      '2024-01-05',
      '2024-01-12',
      '2024-01-19',
      '2024-01-26',
      '2024-02-02',
      '2024-02-08',
      '2024-02-23',
      '2024-03-01',
    ]
    const expected: string[] = []
    for (const asOf of weeks) {
      const [before, after] = await Promise.all([printedCells(3, asOf), printedCells(4, asOf)])
      for (const [cell, text] of after)
        if (before.get(cell) !== text) expected.push(`${asOf} ${cell} ${before.get(cell)} ${text}`)
    }
    const moved = page?.moved.map(
      ({ asOf, code, measure, column, before, after }) => `${asOf} ${code}.${measure}.${column} ${before} ${after}`,
    )
    expect(expected.length).toBeGreaterThan(10)
    expect(moved?.toSorted()).toEqual(expected.toSorted())

    async function printedCells(version: number, asOf: string): Promise<Map<string, string>> {
      const days = await getReportDays(version)
      if (!days) throw new Error('no days')
      const report = await getReport({ version, locale: 'en', convention, asOf, days })
      const rows = [...report.table1.flatMap((family) => family.rows), ...report.table2]
      return new Map(
        rows.flatMap(({ primary, longExcess }) =>
          [primary, longExcess].flatMap((measure) => {
            if (!measure) return []
            const { week, month, year, winRate } = measure
            const id = week.id.replace('.week', '')
            const cells = [week, month, year].map(({ id, value }): [string, string] => [id, byHand(value)])
            return [...cells, [`${id}.wins`, `${winRate.wins}/${winRate.periods}`] satisfies [string, string]]
          }),
        ),
      )
    }
  },
)

function byHand(value: number | null): string {
  if (value === null) return '—'
  const rounded = Math.round(Math.abs(value) * 10_000) / 100
  if (rounded === 0) return '0.00'
  return `${value > 0 ? '+' : '−'}${rounded.toFixed(2)}`
}

it('moves nothing by a load of new days, and lists the entries of a catalogue load', async () => {
  expect(await getVersionPage(3, { latest: 5, convention: 'arithmetic', page: 1 })).toMatchObject({
    restated: [],
    moved: [],
  })
  const page = await getVersionPage(5, { latest: 5, convention: 'arithmetic', page: 1 })
  expect(page).toMatchObject({ restated: [], moved: [], series: [] })
  expect(page?.entries).toMatchObject([{ kind: 'factor', key: 'skewness', after: { name_en: 'Renamed' } }])
  expect(await getVersionPage(6, { latest: 5, convention: 'arithmetic', page: 1 })).toBeNull()
})

it('lists the newest version first, each with its series and dates', async () => {
  const list = await getDataPage({ version: 5, latest: 5, page: 1 })
  expect(list?.versions.map(({ id }) => id)).toEqual([5, 4, 3, 2, 1])
  expect(list?.versions[1]?.dates).toEqual({ first: RESTATED_DAY, last: '2024-03-04' })
  expect(list?.versions[1]?.series).toMatchObject([{ code: 'skewness', rowsNew: 1, rowsRestated: 1 }])
  expect(list?.versions[0]?.dates).toBeNull()
  expect(await getDataPage({ version: 5, latest: 5, page: 2 })).toBeNull()
})

it('calls a series late that ends early', async () => {
  expect(await getFreshness(4, 'a')).toEqual({ last: '2024-03-04', late: ['enhanced'], gaps: [] })
  expect(await getFreshness(2, 'b')).toEqual({ last: '2024-03-01', late: [], gaps: [] })
  expect(await getFreshness(1, 'c')).toBeNull()
})

it('lists later restatements in a report as of an old version', async () => {
  const days = await getReportDays(3)
  if (!days) throw new Error('no days')
  const request = { version: 3, locale: 'en', convention: 'arithmetic', asOf: '2024-01-05', days } as const
  const restated = (await getReport({ ...request, latest: 5 })).dataQuality.findings.filter(
    ({ kind }) => kind === 'restated',
  )
  expect(restated).toMatchObject([{ code: 'skewness', version: 4 }])
  expect(restated[0]?.text).toContain('later restated by version 4')
  expect((await getReport(request)).dataQuality.findings.filter(({ kind }) => kind === 'restated')).toEqual([])
})

describe('restatements in the week of a page are shown by', () => {
  const shown = { version: 3, latest: 5, locale: 'en', convention: 'arithmetic' } as const
  const since = {
    kind: 'restated',
    code: 'skewness',
    version: 4,
    text: 'Factor: the values of 2024-01-04 were later restated by version 4.',
  }
  const before = { ...since, text: 'Factor: the values of 2024-01-04 were restated by version 4.' }

  async function daysOf(version: number) {
    const days = await getReportDays(version)
    if (!days) throw new Error('no days')
    return days
  }

  function viewOf(segment: string): View {
    const view = parseView('en', `${segment}.00000000-arithmetic-family-auto-red`)
    if (!view) throw new Error('no view')
    return view
  }

  it('the page of that series alone', async () => {
    const restatedOn = async (kind: 'factor' | 'portfolio', code: string, asOf?: string) =>
      (await getSeriesPage({ ...shown, kind, code, asOf }))?.restated
    expect(await restatedOn('factor', 'skewness', '2024-01-05')).toEqual([since])
    expect(await restatedOn('factor', 'skewness')).toEqual([since])
    expect(await restatedOn('factor', 'skewness', '2024-01-03')).toEqual([])
    expect(await restatedOn('portfolio', 'enhanced', '2024-01-05')).toEqual([])
  })

  it('walls of its market', async () => {
    const restatedOn = async (segment: string, asOf: string) => {
      const view = viewOf(segment)
      return (await getWall(view, await daysOf(view.version), { asOf }))?.restated
    }
    expect(await restatedOn('v3of5', '2024-01-05')).toEqual([since])
    expect(await restatedOn('v3of5', '2024-01-03')).toEqual([])
    expect(await restatedOn('v3of3', '2024-01-05')).toEqual([])
    expect(await restatedOn('v4', '2024-01-05')).toEqual([before])
  })

  it('the reconciliation', async () => {
    const restatedOn = async (asOf: string) =>
      reconcile(await getReportInputs({ ...shown, asOf, days: await daysOf(3) })).restated
    expect(await restatedOn('2024-01-05')).toEqual([since])
    expect(await restatedOn('2023-12-29')).toEqual([])
  })

  it('comparisons that it is in', async () => {
    const restatedOn = async (codes: string[], to: string | null = null) =>
      (await getComparePage({ ...shown, codes, from: null, to })).restated
    expect(await restatedOn(['enhanced', 'skewness'])).toEqual([since])
    expect(await restatedOn(['skewness'], '2024-01-03')).toEqual([])
    expect(await restatedOn(['enhanced'])).toEqual([])
    expect(await restatedOn([])).toEqual([])
  })
})
