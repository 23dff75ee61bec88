import type { Convention } from '@/lib/base/convention'
import { yearOf } from '@/lib/base/dates'
import { navRatio } from '@/lib/metrics/returns/nav-ratio'
import { spread } from '@/lib/metrics/returns/spread'
import type { SeriesHistory } from './history'
import { spreadOver } from './measure'
import { type Daily, within } from './measured-series'
import { runs, type Span } from './trading-windows'

/** The parts of a long-short return from the long and from the short side, decimal fractions. */
interface SplitParts {
  /** Long leg against the universe's average. */
  long: number | null
  /** The universe's average against the short leg. */
  short: number | null
  /** Long leg against short leg: long + short under the arithmetic convention, (1 + long)(1 + short) − 1 under the other. */
  net: number | null
}

export interface PeriodSplit extends SplitParts {
  /** First and last trading day. */
  from: string
  to: string
}

/** Lines over the period: a value for the close before it and one for each of its days; null from a missing day on. */
export interface CumulativeSplit {
  long: Daily
  short: Daily
  net: Daily
}

/** Splits the period returns of the legs, as the tables have them; null for a series without benchmark. */
export function splitOver(history: SeriesHistory, span: Span, convention: Convention): PeriodSplit | null {
  const { leg, against, benchmark } = history
  if (benchmark === null) return null
  return {
    from: history.days[span.from] as string,
    to: history.days[span.to - 1] as string,
    long: spreadOver({ leg, against: benchmark }, span, convention),
    short: spreadOver({ leg: benchmark, against }, span, convention),
    net: spreadOver({ leg, against }, span, convention),
  }
}

/** Splits each calendar year in the period, oldest first; the first and last year only within the period. */
export function splitByYear(history: SeriesHistory, span: Span, convention: Convention): PeriodSplit[] {
  const days = history.days.slice(span.from, span.to)
  return runs(days, yearOf).flatMap(({ from, to }) => {
    const split = splitOver(history, { from: span.from + from, to: span.from + to }, convention)
    return split ? [split] : []
  })
}

/**
 * Returns the split at each close. Arithmetic: the running sum of daily differences, from 0, so that the parts add up
 * to the total at every close and every day has the same weight. Geometric: the NAV ratios of the legs, minus 1, whose
 * product is the total.
 */
export function cumulativeSplit(history: SeriesHistory, span: Span, convention: Convention): CumulativeSplit | null {
  if (history.benchmark === null) return null
  const [leg, against] = [within(history.leg, span), within(history.against, span)]
  const benchmark = within(history.benchmark, span)
  const grown = convention === 'arithmetic' ? runningSum : ratioLessOne
  return { long: grown(leg, benchmark), short: grown(benchmark, against), net: grown(leg, against) }
}

function runningSum(a: Daily, b: Daily): Daily {
  let sum: number | null = 0
  const sums: Daily = [0]
  for (const [day, value] of a.entries()) {
    const difference = spread(value, b[day] ?? null, 'arithmetic')
    sum = sum === null || difference === null ? null : sum + difference
    sums.push(sum)
  }
  return sums
}

function ratioLessOne(a: Daily, b: Daily): Daily {
  return navRatio(a, b).map((ratio) => (ratio === null ? null : ratio - 1))
}
