import { expect, it } from 'vitest'
import { getReportDays } from '@/lib/analysis/weeks/report-days'
import { offeredColumns } from '@/lib/report/table/offered-columns'
import { sortRows } from '@/lib/report/table/sort-rows'
import { DEFAULT_TABLE, OPTIONAL_COLUMNS } from '@/lib/report/table/table-view'
import { sampleStore } from '@/lib/testing/database/test-store'
import { factorCsv } from '@/lib/testing/import/sample-files'
import { buildSummary } from './build-summary'
import { getReportInputs } from './get-report-inputs'

const store = sampleStore()
const AS_OF = '2022-03-11'
/** Before the year, in the year, in the week, and after it. */
const COEFFICIENTS = [
  ['2021-12-31', 'skewness', '0.9', '0.9'],
  ['2022-01-04', 'skewness', '0.05', ''],
  ['2022-01-28', 'skewness', '0.01', '0.04'],
  ['2022-02-28', 'skewness', '', '-0.02'],
  [AS_OF, 'skewness', '-0.03', '0.07'],
  ['2022-03-14', 'skewness', '0.9', '0.9'],
  [AS_OF, 'network', '0.02', '0.02'],
]
const DASHES = { rankIc: null, rankIcir: null, ic: null }

it('has mean coefficients of the year to date for each factor, and offers their columns where there are any', async () => {
  const rows = ['skewness', 'network'].map((code) => `${AS_OF},${code},0.01,0.02,0.005`)
  const loads = [
    factorCsv(...rows),
    ['date,series,ic,rank_ic', ...COEFFICIENTS.map((row) => row.join()), ''].join('\n'),
  ]
  const versions: (number | null)[] = []
  for (const load of loads) versions.push((await store.load(load)).version)
  const [bare, full] = await Promise.all(versions.map(factorRowsAt))
  expect(bare?.map(({ coefficients }) => coefficients)).toEqual([DASHES, DASHES])
  expect(offeredColumns(bare ?? [], ['spark'])).toEqual(OPTIONAL_COLUMNS.filter((column) => !/ic/i.test(column)))
  expect(offeredColumns(bare ?? [], ['ic'])).toContain('ic')

  const [skewness, network] = full ?? []
  const ranks = meanAndDeviation(3)
  expect(skewness?.coefficients.rankIc).toBeCloseTo(ranks.mean, 14)
  expect(skewness?.coefficients.rankIcir).toBeCloseTo(ranks.mean / ranks.deviation, 14)
  expect(skewness?.coefficients.ic).toBeCloseTo(meanAndDeviation(2).mean, 14)
  // One value has no deviation, so it has no mean here either.
  expect(network?.coefficients).toEqual(DASHES)
  expect(offeredColumns(full ?? [], DEFAULT_TABLE.columns)).toEqual(OPTIONAL_COLUMNS)
  const ascending = sortRows(full ?? [], { column: 'rankIcir', direction: 'asc' }, 'en')
  expect(ascending.map(({ code }) => code)).toEqual(['skewness', 'network'])
})

async function factorRowsAt(version: number | null) {
  const days = version === null ? null : await getReportDays(version)
  if (version === null || days === null) throw new Error('nothing is loaded')
  const inputs = await getReportInputs({ version, locale: 'en', convention: 'arithmetic', asOf: AS_OF, days })
  return buildSummary(inputs).table1.flatMap((family) => family.rows)
}

/** Adds up the known values of a column of skewness in 2022 up to the as-of date. */
function meanAndDeviation(column: number) {
  const values: number[] = []
  for (const row of COEFFICIENTS)
    if (row[1] === 'skewness' && row[column] !== '' && String(row[0]) > '2022' && String(row[0]) <= AS_OF)
      values.push(Number(row[column]))
  let [sum, squares] = [0, 0]
  for (const value of values) sum += value
  const mean = sum / values.length
  for (const value of values) squares += (value - mean) ** 2
  return { mean, deviation: Math.sqrt(squares / (values.length - 1)) }
}
