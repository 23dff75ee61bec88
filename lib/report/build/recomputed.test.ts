/** Computes tables 1 and 2 again from the CSV rows with plain loops, which share no code with the product. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { Cell, Measure } from '@/lib/analysis/cell'
import { seriesHistory } from '@/lib/analysis/history'
import { measuredFactor } from '@/lib/analysis/measured-series'
import { cumulativeLine } from '@/lib/figures/kinds/cumulative-line'
import type { Report, SummaryRow } from '@/lib/report/model/report'
import type { CsvRow } from '@/lib/testing/demo/demo-rows'
import { type Demo, demoInputs, readDemo } from '@/lib/testing/report/demo-inputs'
import {
  monthOf,
  type Pair,
  pairOf,
  pastWeeks,
  pastWindows,
  plainPercentile,
  plainSpread,
  plainWindows,
  plainWins,
  type Spread,
  yearOf,
} from '@/lib/testing/report/plain-figures'
import { weekEnds, weeksToCheck } from '@/lib/testing/report/weeks-to-check'
import { buildReport } from './build-report'

const TOLERANCE = 1e-12
const FIRST_DAY = '2014-01-02'

let demo: Demo
let ends: string[]

beforeAll(async () => {
  demo = await readDemo()
  ends = weekEnds(demo.days)
})

it('agrees in at least 60 weeks under either convention', { timeout: 600_000 }, () => {
  const weeks = weeksToCheck(ends, 'weeks computed again', 30)
  expect(weeks.length).toBeGreaterThanOrEqual(60)
  const pairs = pairsOf(demo.rows)
  for (const [index, asOf] of weeks.entries()) {
    const convention = index % 2 === 0 ? 'arithmetic' : 'geometric'
    const report = buildReport(demoInputs(demo, asOf, { convention }))
    expect(disagreements(report, pairs), `${asOf} ${convention}`).toEqual([])
  }
})

it.each(['2015-03-06', '2018-06-08', '2024-08-30'])('percentiles agree, as of %s', { timeout: 60_000 }, (asOf) => {
  const report = buildReport(demoInputs(demo, asOf))
  const pairs = pairsOf(demo.rows)
  for (const { code, primary } of rowsOf(report).slice(-4)) {
    const pair = pairs.get(pairId(primary)) ?? new Map()
    const { week, month, year } = primary
    expect(week.percentile, code).toBe(plainPercentile(week.value, pastWeeks(pair, asOf)))
    expect(month.percentile, code).toBe(plainPercentile(month.value, pastWindows(pair, asOf, monthOf)))
    expect(year.percentile, code).toBe(plainPercentile(year.value, pastWindows(pair, asOf, yearOf)))
  }
})

describe('a factor without its row of 2019-05-15', () => {
  const GAP = '2019-05-15'
  const CODE = 'intraday-skewness'
  const isGap = (date: string, code: string) => date === GAP && code === CODE

  /** Computes and compares the report of a week; returns the windows of the factor that have a value. */
  function known(asOf: string): { code: string; known: string; note: string | null }[] {
    const factorReturns = demo.factorReturns.map((raw) => {
      const keep = (_: unknown, index: number) => !isGap(raw.dates[index] ?? '', raw.code)
      const [dates, long] = [raw.dates.filter(keep), raw.long.filter(keep)]
      return { code: raw.code, dates, long, short: raw.short.filter(keep), benchmark: raw.benchmark.filter(keep) }
    })
    const report = buildReport(demoInputs(demo, asOf, { factorReturns }))
    const rows = demo.rows.filter(({ date, series }) => !isGap(date, series))
    expect(disagreements(report, pairsOf(rows)), asOf).toEqual([])
    return rowsOf(report).map(({ code, primary, longExcess, noteLetter }) => {
      const windowsOf = (measure: Measure) =>
        (['week', 'month', 'year'] as const).filter((window) => measure[window].value !== null).join()
      if (longExcess) expect(windowsOf(longExcess)).toBe(windowsOf(primary))
      return { code, known: windowsOf(primary), note: noteLetter }
    })
  }

  it.each([
    ['2019-05-10', 'week,month,year', null],
    ['2019-05-17', '', 'a'],
    ['2019-05-24', 'week', 'a'],
    ['2019-06-28', 'week,month', 'a'],
    ['2019-12-31', 'week,month', 'a'],
    ['2020-01-03', 'week,month,year', null],
  ])('as of %s has a value for %s', (asOf, windows, note) => {
    const [gapped, ...others] = known(asOf)
    expect(gapped).toEqual({ code: CODE, known: windows, note })
    for (const other of others) expect(other).toEqual({ code: other.code, known: 'week,month,year', note: null })
  })

  it('has relative strength up to the day before the gap', () => {
    const raw = demo.factorReturns.find(({ code }) => code === CODE)
    const gap = raw?.dates.indexOf(GAP) ?? -1
    const without = <Value>(column: Value[] = []) => column.toSpliced(gap, 1)
    const legs = { long: without(raw?.long), short: without(raw?.short), benchmark: without(raw?.benchmark) }
    const gapped = { code: CODE, dates: without(raw?.dates), ...legs }
    const series = measuredFactor({ code: CODE, inception: '2014-01-02', ended: null }, gapped, demo.days)
    const rows = cumulativeLine(seriesHistory('factor', series, demo.days), 'relative-strength', '')
    expect(gap).toBeGreaterThan(0)
    for (const [index, date] of (rows?.dates ?? []).entries())
      expect(rows?.values[index] === null, date).toBe(date >= GAP)
    expect(rows?.dates).toHaveLength(demo.days.length + 1)
  })
})

function rowsOf({ table1, table2 }: Report): SummaryRow[] {
  return [...table1.flatMap(({ rows }) => rows).sort((a, b) => a.number - b.number), ...table2]
}

/** Returns cells and win rates that differ from the result of the plain loops. */
function disagreements(report: Report, pairs: Map<string, Pair>): string[] {
  const windows = plainWindows(demo.days.filter((day) => day <= report.week.asOf && day >= FIRST_DAY))
  return rowsOf(report).flatMap(({ primary, longExcess }) => {
    const periods = longExcess ? windows.months : windows.weeks
    return [primary, ...(longExcess ? [longExcess] : [])].flatMap((measure) => {
      const pair = pairs.get(pairId(measure)) ?? new Map()
      const expected = windows.running.map((days) => plainSpread(pair, days, report.convention))
      const wins = plainWins(pair, periods, report.convention)
      return isConfirmed(measure, expected, wins) ? [] : [`${measure.week.id}: expected ${expected} ${wins}`]
    })
  })
}

function isConfirmed({ week, month, year, winRate }: Measure, expected: Spread[], wins: string): boolean {
  const isClose = ({ value }: Cell, plain: Spread | undefined) =>
    value === null || typeof plain !== 'number' ? value === plain : Math.abs(value - plain) < TOLERANCE
  const cells = [week, month, year]
  return cells.every((cell, index) => isClose(cell, expected[index])) && wins === `${winRate.wins}/${winRate.periods}`
}

/** Returns both legs of every measure, by the cell id without its window. */
function pairsOf(rows: CsvRow[]): Map<string, Pair> {
  const legs = {
    longShort: ['long', 'short'],
    longExcess: ['long', 'benchmark'],
    excess: ['portfolio', 'benchmark'],
  } satisfies Record<string, [string, string]>
  const { factors, portfolios } = demo.catalogue
  const ids = [
    ...factors.flatMap(({ code }) => [[code, 'longShort'] as const, [code, 'longExcess'] as const]),
    ...portfolios.map(({ code }) => [code, 'excess'] as const),
  ]
  return new Map(ids.map(([code, measure]) => [`${code}.${measure}`, pairOf(rows, code, legs[measure])]))
}

function pairId({ week }: Measure): string {
  return week.id.replace(/\.week$/, '')
}
