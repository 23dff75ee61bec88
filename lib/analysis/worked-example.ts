import { annualisedReturn, DAYS_PER_YEAR } from '@/lib/metrics/returns/annualised-return'
import { lineOver, lineReturn } from './line'
import { spreadOver } from './measure'
import type { Daily } from './measured-series'

/** Returns of a year of the example, decimal fractions; long/benchmark grows to 1.2, benchmark/short to 1.1. */
const [LONG, BENCHMARK, SHORT] = [-0.01, -0.175, -0.25]
const YEARS = 3

/**
 * Returns the figures of the methodology's worked example: a factor whose legs return the same in each of three years.
 * The functions that compute the product's figures compute these too.
 */
export function workedExample() {
  const [leg, against, benchmark] = [LONG, SHORT, BENCHMARK].map(steady) as [Daily, Daily, Daily]
  const [year, all] = [
    { from: 0, to: DAYS_PER_YEAR },
    { from: 0, to: leg.length },
  ]
  const total = lineReturn({ leg, against }, all)
  return {
    long: LONG,
    benchmark: BENCHMARK,
    short: SHORT,
    difference: spreadOver({ leg, against }, year, 'arithmetic'),
    ratio: spreadOver({ leg, against }, year, 'geometric'),
    net: endOf(lineOver({ leg, against }, year)),
    longLine: endOf(lineOver({ leg, against: benchmark }, year)),
    shortLine: endOf(lineOver({ leg: benchmark, against }, year)),
    days: all.to,
    total,
    rate: annualisedReturn(total, all.to),
  }
}

/** Returns equal daily returns that compound to a return in each year. */
function steady(yearly: number): Daily {
  return Array(YEARS * DAYS_PER_YEAR).fill((1 + yearly) ** (1 / DAYS_PER_YEAR) - 1)
}

function endOf(line: Daily): number | null {
  return line.at(-1) ?? null
}
