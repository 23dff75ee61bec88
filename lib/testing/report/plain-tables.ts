/** For tests: compares tables 1 and 2 with plain loops over the CSV rows, which share no code with the product. */
import type { Cell, Measure } from '@/lib/analysis/cell'
import type { Report, SummaryRow } from '@/lib/report/model/report'
import type { CsvRow } from '@/lib/testing/demo/demo-rows'
import type { Demo } from './demo-inputs'
import { type Pair, pairOf, plainSpread, plainWindows, plainWins, type Spread } from './plain-figures'

const TOLERANCE = 1e-12
/** The demo begins here. */
export const FIRST_DAY = '2014-01-02'

/** Returns the rows of both tables, factors by number. */
export function rowsOf({ table1, table2 }: Report): SummaryRow[] {
  return [...table1.flatMap(({ rows }) => rows).sort((a, b) => a.number - b.number), ...table2]
}

/** Returns cells and win rates of a report that differ from the result of the plain loops. */
export function disagreements(demo: Demo, report: Report, pairs: Map<string, Pair>): string[] {
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
export function pairsOf(demo: Demo, rows: CsvRow[]): Map<string, Pair> {
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

/** Returns the key of a measure's legs among the pairs. */
export function pairId({ week }: Measure): string {
  return week.id.replace(/\.week$/, '')
}
