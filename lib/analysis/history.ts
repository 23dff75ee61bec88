import { mondayOf, positionAfter, positionFrom, yearOf } from '@/lib/base/dates'
import { DAYS_PER_YEAR } from '@/lib/metrics/returns/annualised-return'
import type { Daily, MeasuredSeries } from './measured-series'

/** The legs of a series: long and short of a factor, or a portfolio and its index. */
export type SeriesKind = 'factor' | 'portfolio'

/**
 * Daily simple returns of one series, decimal fractions, as of a data version. Plain data that is sent to the browser;
 * the workbench computes all figures of a series from it.
 */
export interface SeriesHistory {
  code: string
  kind: SeriesKind
  /** First trading day with returns. */
  inception: string
  /** Trading days of the market, ascending ISO dates, from the Monday before the inception's year to the as-of date. */
  days: string[]
  /** Position of the inception in `days`; their number when it is later. */
  start: number
  /** Position after the last day of a series that has ended; the number of days while it goes on. */
  end: number
  /** The long leg, or the portfolio after costs; null before inception and on missing days, as in the other legs. */
  leg: Daily
  /** The short leg, or the index. */
  against: Daily
  /** Average of the universe; null for a portfolio. */
  benchmark: Daily | null
  /** Trading days by which its figures are annualised. */
  daysPerYear: number
}

/**
 * Builds the history of a series.
 * @param days trading days of the market that the series is aligned with, ascending
 * @param daysPerYear trading days by which the market annualises
 */
export function seriesHistory(
  kind: SeriesKind,
  series: MeasuredSeries,
  days: string[],
  daysPerYear = DAYS_PER_YEAR,
): SeriesHistory {
  const firstMonday = mondayOf(`${yearOf(series.inception)}-01-01`)
  const from = positionFrom(days, firstMonday)
  const known = tailOf(days, from)
  return {
    code: series.code,
    kind,
    inception: series.inception,
    days: known,
    start: positionFrom(known, series.inception),
    end: series.ended === null ? known.length : positionAfter(known, series.ended),
    leg: tailOf(series.primary.leg, from),
    against: tailOf(series.primary.against, from),
    benchmark: series.excess ? tailOf(series.excess.against, from) : null,
    daysPerYear,
  }
}

/** Returns a list from a position on: the list itself from its first, so that what is known of it need not be made again. */
function tailOf<Value>(values: Value[], from: number): Value[] {
  return from === 0 ? values : values.slice(from)
}

/** Returns a history up to the last day of its series: shorter only when that has ended. */
export function upToEnd(history: SeriesHistory): SeriesHistory {
  const { end, days, leg, against, benchmark } = history
  if (end === days.length) return history
  return {
    ...history,
    days: days.slice(0, end),
    leg: leg.slice(0, end),
    against: against.slice(0, end),
    benchmark: benchmark?.slice(0, end) ?? null,
  }
}
