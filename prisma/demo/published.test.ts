import { beforeAll, expect, test } from 'vitest'
import { demoFiles } from '@/lib/testing/demo/demo-files'
import { type CsvRow, type DemoRows, readDemoRows } from '@/lib/testing/demo/demo-rows'

/** Tables 1 and 2 of the published report, in percent: week, month, year and wins of each measure. */
const TABLE_1 = `
  intraday-skewness 0.09 0.57 -1.83 4/8 0.28 0.41 -6.37 3/8
  downside-volatility-share 0.15 0.97 -3.67 2/8 0.16 0.74 -7.26 3/8
  post-open-buy-intention-share -0.08 -0.08 0.44 6/8 -0.15 -0.04 0.09 4/8
  post-open-buy-intention-strength -0.16 -0.26 1.25 6/8 -0.34 -0.79 -0.28 4/8
  post-open-large-order-net-buy-share 0.20 0.07 4.25 7/8 0.37 0.13 3.17 7/8
  post-open-large-order-net-buy-strength 0.21 -0.18 4.00 6/8 0.18 0.08 3.83 7/8
  improved-reversal 0.01 -0.91 -0.98 4/8 -0.01 -1.74 -4.50 3/8
  closing-volume-share 0.29 0.07 0.45 4/8 0.30 -0.23 -4.13 2/8
  average-outflow-per-trade -0.09 -0.99 -2.75 2/8 0.05 -0.47 -1.63 3/8
  large-order-driven-gain -0.16 -0.37 -3.87 1/8 -0.05 -1.31 -10.59 1/8
  improved-gru 0.04 0.76 4.32 6/8 -0.01 0.32 -0.38 5/8
  residual-attention-lstm 0.18 0.98 3.68 6/8 0.00 0.48 1.03 5/8
  multi-granularity-5d 0.28 1.09 7.40 7/8 0.29 0.54 3.68 6/8
  multi-granularity-10d 0.26 1.25 7.69 7/8 0.26 0.62 3.45 5/8`
const TABLE_2 = `
  csi500-ai-enhanced -0.70 1.00 3.86 23/34
  csi1000-ai-enhanced 0.22 1.60 2.82 21/34`

/** Smallest allowed distance of a month or week from a tie, decimal fraction. */
const CLEAR = 0.0002

/** Allowed distance of a figure from the printed one, in percent: half of the way to another rounding. */
const CENTRED = 0.0025

let demo: DemoRows

beforeAll(async () => {
  demo = await readDemoRows(await demoFiles())
})

test.each(lines(TABLE_1))('%s has its published figures', (code, ...cells) => {
  const rows = rowsOf(demo.factors, code)
  expect([...summarise(rows, 'long', 'short', month), ...summarise(rows, 'long', 'benchmark', month)]).toEqual(cells)
})

test.each(lines(TABLE_2))('%s has its published figures', (code, ...cells) => {
  expect(summarise(rowsOf(demo.portfolios, code), 'portfolio', 'benchmark', week)).toEqual(cells)
})

test('the published 0.00 is small and not a tie', () => {
  const rows = rowsOf(demo.factors, 'residual-attention-lstm').filter(({ date }) => date >= '2024-08-26')
  const excess = difference(rows, 'long', 'benchmark')
  expect(Math.abs(excess)).toBeLessThan(0.00002)
  expect(excess).not.toBe(0)
})

/**
 * Returns week, month and year in percent, then wins, by plain loops over the rows of 2024 without the product's code.
 */
function summarise(rows: CsvRow[], leg: string, against: string, periodOf: (date: string) => string): string[] {
  const figures: string[] = []
  for (const from of ['2024-08-26', '2024-08-01', '2024-01-01']) {
    const window = rows.filter(({ date }) => date >= from)
    const percent = 100 * difference(window, leg, against)
    const printed = percent.toFixed(2)
    expect(Math.abs(percent - Number(printed))).toBeLessThan(CENTRED)
    figures.push(printed)
  }
  let wins = 0
  const periods = new Set(rows.filter(({ date }) => date >= '2024-01-01').map(({ date }) => periodOf(date)))
  for (const period of periods) {
    const result = difference(
      rows.filter(({ date }) => periodOf(date) === period),
      leg,
      against,
    )
    expect(Math.abs(result)).toBeGreaterThan(CLEAR)
    if (result > 0) wins += 1
  }
  return [...figures, `${wins}/${periods.size}`]
}

/** Returns the return of one leg over all rows minus that of the other. */
function difference(rows: CsvRow[], leg: string, against: string): number {
  let first = 1
  let second = 1
  for (const row of rows) {
    first *= 1 + Number(row[leg])
    second *= 1 + Number(row[against])
  }
  return first - second
}

function rowsOf(rows: CsvRow[], code: string | undefined): CsvRow[] {
  return rows.filter(({ series }) => series === code)
}

function lines(table: string): string[][] {
  return table
    .trim()
    .split('\n')
    .map((line) => line.trim().split(' '))
}

function month(date: string): string {
  return date.slice(0, 7)
}

/** Returns the day number of the Monday of a date's week: 1970-01-05 was a Monday. */
function week(date: string): string {
  return String(Math.floor((Date.parse(date) / 86_400_000 - 4) / 7))
}
