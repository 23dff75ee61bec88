import { beforeAll, expect, it } from 'vitest'
import { shanghaiDays } from '@/lib/testing/calendar/shanghai'
import { emptyStore } from '@/lib/testing/database/test-store'
import { factorCsv, SAMPLE_CATALOGUE } from '@/lib/testing/import/sample-files'

/** A hundred quiet days: the long leg alternates around 0.1%, one standard deviation is about 1%. */
const HISTORY = shanghaiDays('2024-03-29', '2024-08-23').slice(0, 100)
const WEEK = shanghaiDays('2024-08-26', '2024-08-30')

const store = emptyStore()

beforeAll(async () => {
  // Both factors in one family; another that has no returns yet.
  const known = SAMPLE_CATALOGUE.factors.map((factor) => ({
    ...factor,
    familyCode: 'intraday',
    inception: '2024-03-29',
  }))
  const factors = [...known, { ...known[0], code: 'turnover', position: 3, familyCode: 'learning' }]
  await store.loadCatalogue({ ...SAMPLE_CATALOGUE, factors })
})

it('reports nothing for an ordinary history', async () => {
  expect(HISTORY).toHaveLength(100)
  const outcome = await load(
    HISTORY.flatMap((date, day) => ['skewness', 'network'].map((code) => row(date, code, day))),
    false,
  )
  expect(outcome).toMatchObject({ faultCount: 0, warningCount: 0, warnings: [] })
})

it('reports missing trading days, also since the last stored one', async () => {
  const rows = [WEEK[1], WEEK[4]].flatMap((date, day) =>
    ['skewness', 'network'].map((code) => row(date ?? '', code, day)),
  )
  const missing = ['network', 'skewness'].flatMap((series) => [
    expect.objectContaining({ rule: 'gap-of-trading-days', series, to: '2024-08-26' }),
    expect.objectContaining({ rule: 'gap-of-trading-days', series, from: '2024-08-28', to: '2024-08-29' }),
  ])
  const { warnings } = await load(rows)
  expect(warnings.filter(({ rule }) => rule === 'gap-of-trading-days')).toEqual(missing)
})

it('reports a leg that repeats its return for three days or more, and for how long', async () => {
  const { warnings } = await load(
    WEEK.flatMap((date, day) => [
      `${date},skewness,${day < 3 ? 0.0042 : 0.01},${day / 1_000},${-day / 2_000}`,
      row(date, 'network', day),
    ]),
  )
  expect(warnings.filter(({ rule }) => rule === 'repeated-return')).toEqual([
    {
      rule: 'repeated-return',
      series: 'skewness',
      column: 'long',
      from: '2024-08-26',
      to: '2024-08-28',
      detail: '3 days have the same return.',
    },
  ])
})

it('reports two runs of a repeated return separately, and one run once', async () => {
  const days = shanghaiDays('2024-08-12', '2024-08-23')
  const benchmark = [3, 3, 3, 4, 4, 3, 3, 3, 3, 5]
  const { warnings } = await load(
    days.flatMap((date, day) => [
      `${date},skewness,${day / 1_000},${-day / 2_000},${(benchmark[day] ?? 0) / 1_000}`,
      row(date, 'network', day),
    ]),
  )
  expect(warnings.filter(({ rule }) => rule === 'repeated-return')).toMatchObject([
    { column: 'benchmark', from: '2024-08-12', to: '2024-08-14', detail: '3 days have the same return.' },
    { column: 'benchmark', from: '2024-08-19', to: '2024-08-22', detail: '4 days have the same return.' },
  ])
})

it('counts stored days before the file to a run, and reports no run that ended before', async () => {
  const days = shanghaiDays('2024-08-19', '2024-08-29')
  // The short leg repeated its return too, until a day before the last one.
  const values = (long: number, day: number) => `${long},${Math.max(0, day - 7) / 1_000},${day / 1_000}`
  const stored = (date: string, day: number) => `${date},turnover,${values(day < 7 ? day / 1_000 : 0.05, day)}`
  await load(days.map(stored), false)
  const { warnings } = await load([`2024-08-30,turnover,${values(0.05, 9)}`])
  expect(warnings.filter(({ rule }) => rule === 'repeated-return')).toEqual([
    {
      rule: 'repeated-return',
      series: 'turnover',
      column: 'long',
      from: '2024-08-28',
      to: '2024-08-30',
      detail: '3 days have the same return.',
    },
  ])
})

it('reports a return far from the others of the file when little is stored', async () => {
  const { warnings } = await load(
    HISTORY.map((date, day) => [date, 'turnover', ...(day === 70 ? [0.001, -0.4, 0] : quiet(day))].join()),
  )
  expect(warnings.filter(({ rule }) => rule === 'unusual-jump')).toMatchObject([
    { series: 'turnover', column: 'short', from: HISTORY[70], to: HISTORY[70] },
  ])
})

it('reports a return far from all stored returns', async () => {
  const { warnings } = await load([
    ...WEEK.flatMap((date, day) => [row(date, 'network', day), row(date, 'skewness', day)].slice(0, day === 2 ? 1 : 2)),
    `${WEEK[2]},skewness,0.2,0.002,0.001`,
  ])
  expect(warnings.filter(({ rule }) => rule === 'unusual-jump')).toMatchObject([
    {
      series: 'skewness',
      column: 'long',
      from: '2024-08-28',
      to: '2024-08-28',
      detail: expect.stringContaining('0.2 is '),
    },
  ])
})

it('reports a series that ends before the others of its family, in the file or not', async () => {
  const { warnings } = await load(WEEK.map((date, day) => row(date, 'network', day)))
  expect(warnings.filter(({ rule }) => rule === 'ends-early')).toMatchObject([
    { series: 'skewness', column: null, from: HISTORY.at(-1), to: '2024-08-30' },
  ])
})

it('reports no series of another market, or of a family that the file does not contain', async () => {
  const market = { ...SAMPLE_CATALOGUE.markets[0], code: 'US' }
  const factor = { ...SAMPLE_CATALOGUE.factors[0], code: 'us-value', position: 4, marketCode: 'US' }
  await store.loadCatalogue({ ...SAMPLE_CATALOGUE, markets: [market], families: [], factors: [factor] })
  const { warnings } = await load(WEEK.map((date, day) => row(date, 'us-value', day)))
  expect(warnings.filter(({ rule }) => rule === 'ends-early')).toEqual([])
})

/** Loads in a dry run, so that each test sees only the history. */
async function load(rows: string[], dryRun = true) {
  return store.load(factorCsv(...rows), { name: 'week.csv', dryRun })
}

function row(date: string, code: string, day: number): string {
  return [date, code, ...quiet(day)].join()
}

function quiet(day: number): number[] {
  const long = 0.001 + (day % 2 === 0 ? 0.01 : -0.01) + (day % 7) / 10_000
  return [long, 0.002 + (day % 3) / 1_000, 0.001 - (day % 5) / 1_000]
}
