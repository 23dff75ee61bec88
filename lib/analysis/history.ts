import type { Convention } from '@/lib/base/convention'
import { mondayOf, yearOf } from '@/lib/base/dates'
import { spread } from '@/lib/metrics/spread'
import type { Daily, MeasuredSeries } from './measured-series'

/** Which legs a series has: long and short of a factor, or a portfolio and its index. */
export type SeriesKind = 'factor' | 'portfolio'

/**
 * One series' daily simple returns, decimal fractions, as a data version held them. Plain data that crosses to the
 * browser; all that the workbench shows of a series is computed from it.
 */
export interface SeriesHistory {
  code: string
  kind: SeriesKind
  /** First trading day with returns. */
  inception: string
  /** Trading days of the market, ascending ISO dates, from the Monday before the inception's year to the as-of date. */
  days: string[]
  /** Position of the inception among them; their number when it is later. */
  start: number
  /** The long leg, or the portfolio after costs; null before inception and on missing days, as in the other legs. */
  leg: Daily
  /** The short leg, or the index. */
  against: Daily
  /** Average of the universe; null for a portfolio. */
  benchmark: Daily | null
}

/** @param days trading days of the market that the series was laid on, ascending */
export function seriesHistory(kind: SeriesKind, series: MeasuredSeries, days: string[]): SeriesHistory {
  const firstMonday = mondayOf(`${yearOf(series.inception)}-01-01`)
  const from = positionFrom(days, firstMonday)
  const known = days.slice(from)
  return {
    code: series.code,
    kind,
    inception: series.inception,
    days: known,
    start: positionFrom(known, series.inception),
    leg: series.primary.leg.slice(from),
    against: series.primary.against.slice(from),
    benchmark: series.excess?.against.slice(from) ?? null,
  }
}

/** Long-short return of each day, or excess of the portfolio: what the statistics are about. null where a leg is. */
export function dailySpreads({ leg, against }: SeriesHistory, convention: Convention): Daily {
  return leg.map((value, day) => spread(value, against[day] ?? null, convention))
}

/** Position of the first day on or after a date; their number when there is none. */
export function positionFrom(days: readonly string[], date: string): number {
  const position = days.findIndex((day) => day >= date)
  return position < 0 ? days.length : position
}
