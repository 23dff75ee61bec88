/** The data of a series begin after its inception: the import, its page, the report and the API say from which day. */
import { beforeAll, expect, it } from 'vitest'
import { findWeek } from '@/lib/analysis/weeks/find-week'
import { factorsEndpoint } from '@/lib/api/endpoints/catalogue'
import type { ImportOutcome } from '@/lib/import/outcome/import-outcome'
import { getReport } from '@/lib/report/build/get-report'
import { getComparePage } from '@/lib/workbench/compare/get-compare-page'
import { shanghaiDays } from './calendar/shanghai'
import { emptyStore } from './database/test-store'
import { factorCsv, SAMPLE_CATALOGUE } from './import/sample-files'

const [SKEWNESS, NETWORK] = SAMPLE_CATALOGUE.factors
/** As in a desk's files: q-full and q-late begin months after the inceptions in their catalogue. */
const FULL = { ...SKEWNESS, code: 'q-full', position: 1, nameEn: 'Full', inception: '2021-01-04' }
const LATE = { ...NETWORK, code: 'q-late', position: 2, nameEn: 'Late', inception: '2022-01-04' }
const ABROAD = { ...SKEWNESS, code: 'abroad', position: 3, marketCode: 'US', inception: '2022-02-01' }
const ABROAD_TOO = { ...ABROAD, code: 'abroad-too', position: 4 }
const CATALOGUE = {
  ...SAMPLE_CATALOGUE,
  markets: [...SAMPLE_CATALOGUE.markets, { code: 'US', nameZh: '美股', nameEn: 'US', dailyReturnMax: null }],
  factors: [FULL, LATE, ABROAD, ABROAD_TOO],
  portfolios: [],
  reportIssues: [],
}
const [FIRST, FIRST_LATE, LAST] = ['2022-01-04', '2022-03-01', '2022-03-11']
const store = emptyStore()
let loaded: ImportOutcome

function rowsOf(code: string, days: string[]): string[] {
  return days.map((day, index) => `${day},${code},${[1, 2, 3].map((leg) => Math.sin(7 * index + leg) / 100).join()}`)
}

const lateStarts = ({ warnings }: ImportOutcome) =>
  warnings
    .filter(({ rule }) => rule === 'begins-late')
    .map(({ series, from, to, detail }) => [series, from, to, detail])

const detail = (inception: string, first: string) =>
  `The catalogue says ${inception}, and it has data from ${first}: load the days before, or correct the inception.`

beforeAll(async () => {
  await store.loadCatalogue(CATALOGUE)
  const full = rowsOf('q-full', shanghaiDays(FIRST, LAST))
  loaded = await store.load(factorCsv(...full, ...rowsOf('q-late', shanghaiDays(FIRST_LATE, LAST))))
})

it('is a warning of the load that brings the first data, with both dates', async () => {
  expect(lateStarts(loaded)).toEqual([
    ['q-full', '2021-01-04', FIRST, detail('2021-01-04', FIRST)],
    ['q-late', '2022-01-04', FIRST_LATE, detail('2022-01-04', FIRST_LATE)],
  ])
  const next = rowsOf('q-late', shanghaiDays('2022-03-14', '2022-03-15'))
  expect(lateStarts(await store.load(factorCsv(...next), { dryRun: true }))).toEqual([])
  const earlier = rowsOf('q-late', shanghaiDays('2022-02-28', '2022-02-28'))
  expect(lateStarts(await store.load(factorCsv(...earlier), { dryRun: true }))).toHaveLength(1)
  const whole = rowsOf('q-late', shanghaiDays(FIRST, '2022-02-28'))
  expect(lateStarts(await store.load(factorCsv(...whole), { dryRun: true }))).toEqual([])
})

it('counts the days in the data of a market without calendar', async () => {
  const alone = await store.load(factorCsv(...rowsOf('abroad', ['2022-02-03', '2022-02-04'])))
  expect(lateStarts(alone)).toEqual([])
  const later = await store.load(factorCsv(...rowsOf('abroad-too', ['2022-02-07'])), { dryRun: true })
  expect(lateStarts(later).map(([series]) => series)).toEqual(['abroad-too'])
})

it('is a warning of a catalogue that moves the inception before the data', async () => {
  const moved = { ...CATALOGUE, factors: [{ ...LATE, inception: '2021-06-01' }] }
  const outcome = await store.loadCatalogue(moved)
  expect(lateStarts(outcome)).toEqual([['q-late', '2021-06-01', FIRST_LATE, detail('2021-06-01', FIRST_LATE)]])
  const back = await store.loadCatalogue({ ...CATALOGUE, factors: [{ ...LATE, inception: FIRST_LATE }] })
  expect(lateStarts(back)).toEqual([])
  await store.loadCatalogue({ ...CATALOGUE, factors: [LATE] })
})

it('is said in the note of the table, the section and its figure, the comparison and the API', async () => {
  const found = await findWeek({ version: 2 }, LAST)
  if (found.kind !== 'week') throw new Error(`${LAST} ends no week`)
  const report = await getReport({ version: 2, asOf: LAST, days: found.days, locale: 'en', convention: 'arithmetic' })
  const begins = `Late has data from ${FIRST_LATE}, after its inception on ${LATE.inception}`
  expect(report.missingNotes.map(({ text }) => text)).toEqual([`${begins}; periods that begin earlier have no value.`])
  const [full, late] = report.sections.flatMap((section) => (section.kind === 'factor' ? [section] : []))
  expect(full?.life).toEqual([`Full has data from ${FIRST}, after its inception on 2021-01-04.`])
  expect([late?.life, late?.figures[0]?.emptyReason]).toEqual([[], `${begins}.`])
  const compared = { version: 2, codes: ['q-full', 'q-late'], from: null, to: null } as const
  const { series } = await getComparePage({ ...compared, locale: 'en', convention: 'arithmetic' })
  expect(series.map(({ dataFrom }) => dataFrom)).toEqual([FIRST, FIRST_LATE])
  expect(series[1]?.missing.late).toEqual(['quarter', 'year', 'inception'])
  const rows = await factorsEndpoint.read({}, { version: 2 })
  expect(rows.map(({ code, inception, first, last }) => [code, inception, first, last])).toEqual([
    ['q-full', '2021-01-04', FIRST, LAST],
    ['q-late', '2022-01-04', FIRST_LATE, LAST],
    ['abroad', '2022-02-01', null, null],
    ['abroad-too', '2022-02-01', null, null],
  ])
})
