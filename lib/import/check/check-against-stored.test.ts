/** Fractions declared as percentages in a very volatile week: only stored returns distinguish them. */
import { expect, it } from 'vitest'
import { shanghaiDays } from '@/lib/testing/calendar/shanghai'
import { sampleStore } from '@/lib/testing/database/test-store'
import { factorCsv } from '@/lib/testing/import/sample-files'

/** Returns of about 1% a day. */
const HISTORY = shanghaiDays('2024-04-01', '2024-08-23').map((date, day) => {
  const size = (day % 2 === 0 ? 1 : -1) * (0.008 + (day % 5) / 1_000)
  return `${date},skewness,${size},${-size},0`
})
const WEEK = shanghaiDays('2024-08-26', '2024-08-30')
const wild = (date: string, day: number) => `${date},skewness,${[0.03, -0.04, 0.02, -0.05, 0.035][day]},-0.025,0.015`
const HEADER = 'date,series,long,short,benchmark'

const store = sampleStore('database')

async function load(content: string, unit: 'percent' | null = null) {
  return store.load(content, { unit })
}

const REFUSED = { file: 'returns.csv', sheet: null, row: null, column: null, rule: 'implausible-unit' }

it('refuses fractions that are declared percentages, and writes nothing', async () => {
  await load(factorCsv(...HISTORY))
  const outcome = await load(factorCsv(...WEEK.map(wild)), 'percent')
  const remedy =
    'Half of the returns are within 0.025%, where 1% is usual in the store: these are fractions; load the file as decimals (--unit decimal); if the store is wrong, write decimal fractions.'
  expect(outcome).toMatchObject({ version: null, rowsNew: 0, faultCount: 1 })
  expect(outcome.faults).toEqual([{ ...REFUSED, value: '0.00025', remedy }])
  expect(await load(factorCsv(...WEEK.map(wild)))).toMatchObject({ version: 3, rowsNew: 5, faultCount: 0 })
})

it('refuses fractions below a percent sign, or beside one, and says where to remove it', async () => {
  await load(factorCsv(...HISTORY))
  const columns = await load(factorCsv(...WEEK.map(wild)).replace(HEADER, 'date,series,long(%),short(%),benchmark(%)'))
  expect(columns.faults[0]?.remedy).toContain('remove the percent sign from the column names')
  const cells = await load(factorCsv(...WEEK.map((date, day) => wild(date, day).replace(/0\.\d+/g, '$&%'))))
  expect(cells.faults[0]?.remedy).toContain('remove the percent sign or percent format from the cells')
})

it('distinguishes fractions of a volatile week from percentages of a quiet day', async () => {
  await load(factorCsv(...HISTORY))
  const crash = WEEK.map((date) => `${date},skewness,-0.1,-0.11,-0.09`)
  expect((await load(factorCsv(...crash), 'percent')).faults).toMatchObject([{ rule: 'implausible-unit' }])
  expect(await load(factorCsv(...crash.slice(0, 2)), 'percent')).toMatchObject({ rowsNew: 2, faultCount: 0 })
})

it('takes percentages of a quiet week', async () => {
  await load(factorCsv(...HISTORY))
  const quiet = WEEK.map((date, day) => `${date},skewness,0.1${5 + day},-0.2,0.09`)
  expect(await load(factorCsv(...quiet), 'percent')).toMatchObject({ rowsNew: 5, faultCount: 0 })
})

it.each([
  ['few values', HISTORY, WEEK.slice(0, 1)],
  ['few stored rows', HISTORY.slice(0, 50), WEEK],
  ['no stored rows', [], WEEK],
])('accepts %s', async (_, history, week) => {
  if (history.length > 0) await load(factorCsv(...history))
  expect(await load(factorCsv(...week.map(wild)), 'percent')).toMatchObject({ rowsNew: week.length, faultCount: 0 })
})
