/** Compares the market line with plain loops over the daily rows of the demo. */
import { beforeAll, expect, it } from 'vitest'
import { weeksOf } from '@/lib/testing/report/claims/plain-market'
import type { Demo } from '@/lib/testing/report/demo-inputs'
import { demoInputs, readDemo } from '@/lib/testing/report/demo-inputs'
import { monthOf, plainPercentile, weekOf, yearOf } from '@/lib/testing/report/plain-figures'
import { weekEnds } from '@/lib/testing/report/weeks-to-check'
import { sampleOf, sizeOfRun } from '@/lib/testing/run/run-mode'
import { buildReport } from './build-report'

let demo: Demo
beforeAll(async () => {
  demo = await readDemo()
})

/** Returns the benchmark leg of some series by date, from the lines of the files. */
function legOf(codes: readonly string[]): Map<string, number> {
  const own = demo.rows.filter(({ series }) => codes.includes(series))
  return new Map(own.map(({ date, benchmark }) => [date, Number(benchmark)]))
}

function grown(leg: ReadonlyMap<string, number>, days: readonly string[]): number | null {
  let nav = 1
  for (const day of days) {
    const daily = leg.get(day)
    if (daily === undefined) return null
    nav *= 1 + daily
  }
  return nav - 1
}

/** Returns week, percentile, month and year of a leg, by plain loops. */
function plainLine(leg: ReadonlyMap<string, number>, asOf: string): (number | null)[] {
  const days = demo.days.filter((day) => day >= '2014-01-02' && day <= asOf)
  const ofRunning = (keyOf: (day: string) => string) =>
    grown(
      leg,
      days.filter((day) => keyOf(day) === keyOf(asOf)),
    )
  const past = weeksOf(days)
    .slice(0, -1)
    .map((week) => grown(leg, week))
  const known = past.filter((value) => value !== null)
  return [ofRunning(weekOf), plainPercentile(ofRunning(weekOf), known), ofRunning(monthOf), ofRunning(yearOf)]
}

it('has the own returns of the universe and of each index, as the daily rows have them', () => {
  const { catalogue, days } = demo
  const ends = weekEnds(days.filter((day) => day >= '2014-01-02'))
  const weeks = sampleOf('weeks of the market line', ends, sizeOfRun({ usual: 8, long: ends.length }))
  const codes = [...new Set(catalogue.portfolios.map(({ benchmarkCode }) => benchmarkCode))]
  const legs = [
    legOf(catalogue.factors.map(({ code }) => code)),
    ...codes.map((code) =>
      legOf(catalogue.portfolios.filter(({ benchmarkCode }) => benchmarkCode === code).map((own) => own.code)),
    ),
  ]
  for (const asOf of [...weeks, '2014-01-03', '2024-08-30']) {
    const { market } = buildReport(demoInputs(demo, asOf, { locale: 'en' }))
    const begun = ['universe', ...codes].filter((_, index) =>
      [...(legs[index] ?? []).keys()].some((day) => day <= asOf),
    )
    expect(
      market.map(({ code }) => code),
      asOf,
    ).toEqual(begun)
    for (const { code, returns, note } of market) {
      const { week, month, year } = returns
      const plain = plainLine(legs[['universe', ...codes].indexOf(code)] ?? new Map(), asOf)
      const found = [week.value, week.percentile, month.value, year.value]
      for (const [index, value] of found.entries()) {
        const expected = plain[index] ?? null
        if (expected === null || value === null) expect(value, `${asOf} ${code} ${index}`).toBe(expected)
        else expect(value, `${asOf} ${code} ${index}`).toBeCloseTo(expected, 11)
      }
      expect(note !== null, `${asOf} ${code}`).toBe([week, month, year].some(({ value }) => value === null))
    }
  }
})

it('gives a reason for a day that the index lacks, and the days of every portfolio with the same index', () => {
  const inputs = demoInputs(demo, '2024-08-30', { locale: 'en' })
  const [first, second] = inputs.portfolioReturns
  if (!first || !second) throw new TypeError('the demo has two portfolios')
  const cut = { ...first, dates: first.dates.slice(0, -1).filter((day) => day !== '2024-08-28') }
  const holed = first.dates.indexOf('2024-08-28')
  const without = (values: number[]) => values.filter((_, index) => index !== holed).slice(0, cut.dates.length)
  const gapped = { ...cut, portfolio: without(first.portfolio), benchmark: without(first.benchmark) }
  const lacking = buildReport({ ...inputs, portfolioReturns: [gapped, second] }).market
  const code = inputs.catalogue.portfolios.find((own) => own.code === first.code)?.benchmarkCode
  const own = lacking.find((benchmark) => benchmark.code === code)
  expect(own?.returns.week.value).toBeNull()
  expect(own?.note).toContain('has no data for 2024-08-28')
  const portfolios = inputs.catalogue.portfolios.map((entry) => ({ ...entry, benchmarkCode: 'X', benchmarkName: 'X' }))
  const merged = buildReport({
    ...inputs,
    catalogue: { ...inputs.catalogue, portfolios },
    portfolioReturns: [
      gapped,
      { ...second, benchmark: first.benchmark, dates: first.dates, portfolio: first.portfolio },
    ],
  }).market
  expect(merged.map((benchmark) => benchmark.code)).toEqual(['universe', 'X'])
  expect(merged[1]?.returns.week.value).not.toBeNull()
})

it('has a line for each factor with another average, and none in the report of one series', () => {
  const inputs = demoInputs(demo, '2024-08-30', { locale: 'en' })
  const [first, ...others] = inputs.factorReturns
  if (!first) throw new TypeError('the demo has factors')
  const moved = { ...first, benchmark: first.benchmark.map((daily) => daily + 0.001) }
  const { market } = buildReport({ ...inputs, factorReturns: [moved, ...others] })
  const codes = market.map(({ code }) => code)
  expect(codes.filter((code) => code.startsWith('universe'))).toHaveLength(2)
  expect(buildReport({ ...inputs, only: first.code }).market).toEqual([])
})
