/** Computes figures again from the CSV rows with plain loops; every-week.test.ts does so for tables of many weeks. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { Measure } from '@/lib/analysis/cell'
import { seriesHistory } from '@/lib/analysis/history'
import { measuredFactor } from '@/lib/analysis/measured-series'
import { cumulativeLine } from '@/lib/figures/kinds/cumulative-line'
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
  yearOf,
} from '@/lib/testing/report/plain-figures'
import { disagreements, FIRST_DAY, pairId, pairsOf, rowsOf } from '@/lib/testing/report/plain-tables'
import { buildReport } from './build-report'

let demo: Demo

beforeAll(async () => {
  demo = await readDemo()
})

it('has absolute returns of portfolios that are their compounded days, under both conventions', () => {
  for (const asOf of ['2017-01-06', '2020-01-03', '2024-08-30'])
    for (const convention of ['arithmetic', 'geometric'] as const) {
      const windows = plainWindows(demo.days.filter((day) => day <= asOf && day >= FIRST_DAY)).running
      for (const { code, absolute } of buildReport(demoInputs(demo, asOf, { convention })).table2) {
        const own = new Map([...pairOf(demo.rows, code, ['portfolio', 'benchmark'])].map(([day, [a]]) => [day, [a, 0]]))
        const expected = windows.map((days) => plainSpread(own as Pair, days, 'arithmetic'))
        for (const [index, { value, percentile }] of [absolute.week, absolute.month, absolute.year].entries()) {
          expect(percentile).toBeNull()
          if (value === null) expect(expected[index], `${code} ${asOf}`).toBeNull()
          else expect(value, `${code} ${asOf}`).toBeCloseTo(expected[index] ?? Number.NaN, 12)
        }
      }
    }
})

it.each(['2015-03-06', '2018-06-08', '2024-08-30'])('percentiles agree, as of %s', { timeout: 60_000 }, (asOf) => {
  const report = buildReport(demoInputs(demo, asOf))
  const pairs = pairsOf(demo, demo.rows)
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
    expect(disagreements(demo, report, pairsOf(demo, rows)), asOf).toEqual([])
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
