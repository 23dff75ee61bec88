import { mean, sampleCorrelation, sampleStandardDeviation } from 'simple-statistics'
import { beforeAll, expect, test } from 'vitest'
import { shanghaiDays } from '@/lib/testing/calendar/shanghai'
import { demoFiles } from '@/lib/testing/demo/demo-files'
import { type CsvRow, readDemoRows } from '@/lib/testing/demo/demo-rows'

/** One series of a file: daily returns in decimal fractions. */
interface Series {
  code: string
  dates: string[]
  /** Long leg or portfolio. */
  first: number[]
  /** Short leg or index. */
  second: number[]
  benchmark: number[]
  difference: number[]
}

const FAMILIES = {
  intraday: ['intraday-skewness', 'downside-volatility-share', 'improved-reversal', 'closing-volume-share'],
  'order-flow': [
    'post-open-buy-intention-share',
    'post-open-buy-intention-strength',
    'post-open-large-order-net-buy-share',
    'post-open-large-order-net-buy-strength',
    'average-outflow-per-trade',
    'large-order-driven-gain',
  ],
  'deep-learning': ['improved-gru', 'residual-attention-lstm', 'multi-granularity-5d', 'multi-granularity-10d'],
}

let factors: Series[]
let portfolios: Series[]

beforeAll(async () => {
  const demo = await readDemoRows(await demoFiles())
  factors = seriesOf(demo.factors, 'long', 'short')
  portfolios = seriesOf(demo.portfolios, 'portfolio', 'benchmark')
})

test('every series has every trading day since its inception, and no other', () => {
  expect([factors.length, portfolios.length]).toEqual([14, 2])
  for (const [position, { code, dates }] of [...factors, ...portfolios].entries()) {
    expect(dates, code).toEqual(shanghaiDays(position < 12 ? '2014-01-02' : '2017-01-03', '2024-08-30'))
  }
})

test('daily returns stay near the price limit of 10 % and no row repeats another', () => {
  for (const { code, first, second, benchmark } of [...factors, ...portfolios]) {
    const sizes = [...first, ...second, ...benchmark].map(Math.abs)
    expect(
      sizes.filter((size) => !(size < 0.11)),
      code,
    ).toEqual([])
    const rows = first.map((daily, day) => `${daily} ${second[day]} ${benchmark[day]}`)
    expect(new Set(rows).size, code).toBe(rows.length)
  }
})

test('all factors are measured against one universe', () => {
  const byDate = new Map<string, number>()
  for (const { code, dates, benchmark } of factors) {
    const differs = (date: string, day: number) => (byDate.get(date) ?? benchmark[day]) !== benchmark[day]
    expect(dates.filter(differs), code).toEqual([])
    dates.forEach((date, day) => {
      byDate.set(date, value(benchmark, day))
    })
  }
})

test('legs move with their market', () => {
  for (const { code, first, second, benchmark } of factors) {
    expect(sampleCorrelation(first, benchmark), code).toBeGreaterThan(0.95)
    expect(sampleCorrelation(second, benchmark), code).toBeGreaterThan(0.95)
  }
  const universe = value(factors, 13).benchmark
  for (const { code, first, benchmark } of portfolios) {
    expect(sampleCorrelation(first, benchmark), code).toBeGreaterThan(0.95)
    expect(sampleCorrelation(benchmark, universe), code).toBeGreaterThan(0.9)
  }
})

test('the universe rises and falls as A-shares did', () => {
  const { dates, benchmark } = value(factors, 0)
  const year = (prefix: string) => compound(benchmark.filter((_, day) => value(dates, day).startsWith(prefix)))
  expect(volatility(benchmark)).toBeGreaterThan(0.18)
  expect(volatility(benchmark)).toBeLessThan(0.28)
  expect(year('2015-0')).toBeGreaterThan(0.1)
  expect(year('2018')).toBeLessThan(-0.25)
  expect(year('2024')).toBeCloseTo(-0.22, 1)
  expect(year('2024-08')).toBeCloseTo(-0.025, 2)
  expect(
    deepestDrawdown(
      benchmark,
      benchmark.map(() => 0),
    ),
  ).toBeLessThan(-0.5)
})

test('volatility, drawdown and growth are realistic for such factors', () => {
  for (const { code, first, second, difference } of factors) {
    expect(volatility(difference), code).toBeGreaterThan(0.04)
    expect(volatility(difference), code).toBeLessThan(0.09)
    const drawdown = deepestDrawdown(first, second)
    expect(drawdown, code).toBeLessThan(-0.05)
    expect(drawdown, code).toBeGreaterThan(-0.2)
    const strength = navRatio(first, second)
    expect(strength, code).toBeGreaterThan(1.7)
    expect(strength, code).toBeLessThan(5)
  }
})

test('tracking error, drawdown and growth are realistic for enhanced indices', () => {
  for (const { code, first, second, difference } of portfolios) {
    expect(volatility(difference), code).toBeGreaterThan(0.03)
    expect(volatility(difference), code).toBeLessThan(0.06)
    expect(deepestDrawdown(first, second), code).toBeLessThan(-0.04)
    expect(navRatio(first, second) - 1, code).toBeGreaterThan(0.6)
    expect(navRatio(first, second) - 1, code).toBeLessThan(1.3)
  }
})

test('the fit of 2024 does not change the volatility visibly', () => {
  for (const { code, dates, difference } of [...factors, ...portfolios]) {
    const of = (year: string) => volatility(difference.filter((_, day) => value(dates, day).startsWith(year)))
    expect(of('2024') / of('2023'), code).toBeGreaterThan(0.7)
    expect(of('2024') / of('2023'), code).toBeLessThan(1.8)
  }
})

test('volatility comes in clusters and tails are fat', () => {
  for (const { code, difference } of factors) {
    const sizes = difference.map(Math.abs)
    expect(sampleCorrelation(sizes.slice(1), sizes.slice(0, -1)), code).toBeGreaterThan(0.08)
    expect(kurtosis(difference), code).toBeGreaterThan(4)
  }
})

test('factors of a family are more correlated than families', () => {
  const familyOf = (code: string) => Object.values(FAMILIES).findIndex((codes) => codes.includes(code))
  for (const one of factors) {
    for (const other of factors.filter(({ code }) => code > one.code)) {
      const count = Math.min(one.difference.length, other.difference.length)
      const correlation = sampleCorrelation(one.difference.slice(-count), other.difference.slice(-count))
      const pair = `${one.code} and ${other.code}`
      const [least, most] = familyOf(one.code) === familyOf(other.code) ? [0.3, 0.75] : [-0.05, 0.3]
      expect(correlation, pair).toBeGreaterThan(least)
      expect(correlation, pair).toBeLessThan(most)
    }
  }
})

function seriesOf(rows: CsvRow[], first: string, second: string): Series[] {
  const codes = [...new Set(rows.map(({ series }) => series))]
  return codes.map((code) => {
    const own = rows.filter(({ series }) => series === code)
    const column = (name: string) => own.map((row) => Number(row[name]))
    return {
      code,
      dates: own.map(({ date }) => date),
      first: column(first),
      second: column(second),
      benchmark: column('benchmark'),
      difference: own.map((row) => Number(row[first]) - Number(row[second])),
    }
  })
}

function compound(returns: number[]): number {
  return returns.reduce((growth, daily) => growth * (1 + daily), 1) - 1
}

function navRatio(first: number[], second: number[]): number {
  return (1 + compound(first)) / (1 + compound(second))
}

function deepestDrawdown(first: number[], second: number[]): number {
  let [ratio, peak, deepest] = [1, 1, 0]
  first.forEach((daily, day) => {
    ratio *= (1 + daily) / (1 + value(second, day))
    peak = Math.max(peak, ratio)
    deepest = Math.min(deepest, ratio / peak - 1)
  })
  return deepest
}

function volatility(returns: number[]): number {
  return sampleStandardDeviation(returns) * Math.sqrt(252)
}

function kurtosis(returns: number[]): number {
  const average = mean(returns)
  const moment = (power: number) => mean(returns.map((daily) => (daily - average) ** power))
  return moment(4) / moment(2) ** 2
}

function value<Value>(values: Value[], index: number): Value {
  const found = values[index]
  if (found === undefined) throw new RangeError(`nothing at ${index}`)
  return found
}
