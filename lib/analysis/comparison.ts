import { mondayOf } from '@/lib/base/dates'
import { spread } from '@/lib/metrics/returns/spread'
import { clusterOrder } from '@/lib/metrics/statistics/cluster-order'
import { correlation } from '@/lib/metrics/statistics/correlation'
import { rollingCorrelation } from '@/lib/metrics/statistics/rolling-correlation'
import type { SeriesHistory } from './history'
import { lineOver, lineReturn } from './line'
import type { Daily } from './measured-series'
import { countedRuns, periodBetween } from './periods'
import type { Span } from './trading-windows'

/** Weeks of a rolling correlation: one year. */
const CORRELATED_WEEKS = 52

/** Lines of several series over their common days. All figures are line figures, the same under both conventions. */
export interface Comparison extends Correlations {
  /** Trading days common to all, from the latest first day on, within the period. */
  days: string[]
  lines: {
    code: string
    /** The period in the series' own days. */
    span: Span
    /**
     * NAV ratio of its legs: 1 at the close before the first day, then one value for each of `days`; null from a gap
     * on.
     */
    ratio: Daily
  }[]
}

/** How the weekly returns of several lines go together. */
export interface Correlations {
  /** Last trading days of the weeks in the period that any of the series has. */
  weeks: string[]
  /** Weekly returns of the lines, in their order; null where a series lacks a week. */
  weekly: Daily[]
  /** Pearson correlations of the weekly returns; null where too few weeks are common. */
  correlations: (number | null)[][]
  /**
   * Positions of the lines, similar ones together: average linkage by 1 − correlation, with unknown correlations as 0.
   */
  order: number[]
}

/** Compares series over a period; null when there is no series, or no common day. */
export function compareSeries(
  histories: readonly SeriesHistory[],
  period: { from?: string | null; to?: string | null },
): Comparison | null {
  const common = commonDays(histories, period)
  const [first, last] = [common[0], common.at(-1)]
  if (first === undefined || last === undefined) return null
  const spans = histories.map((history) => periodBetween(history, first, last) ?? EMPTY)
  return {
    days: common,
    lines: histories.map((history, index) => {
      const span = spans[index] ?? EMPTY
      return { code: history.code, span, ratio: ratioOn(common, history, span) }
    }),
    ...correlateLines(histories.map((history, index) => ({ history, span: spans[index] ?? null }))),
  }
}

/** Correlates the weekly returns of lines, each over its own span; a pair over the weeks that both have. */
export function correlateLines(lines: readonly { history: SeriesHistory; span: Span | null }[]): Correlations {
  const { weeks, weekly } = weeklyTable(lines)
  const correlations = weekly.map((a) => weekly.map((b) => correlation(a, b)))
  const distances = correlations.map((row, i) => row.map((value, j) => (i === j ? 0 : distanceOf(value))))
  return { weeks, weekly, correlations, order: clusterOrder(distances).order }
}

/** Returns the distance for the order of series. Without a correlation a pair is as far apart as an uncorrelated one. */
function distanceOf(value: number | null): number {
  return value === null ? 1 : 1 - value
}

const EMPTY: Span = { from: 0, to: 0 }

/**
 * Returns the return of one line relative to another at each point: their ratio minus 1, decimal fractions.
 * @param a, b lines of a comparison
 */
export function relativeReturns(a: Daily, b: Daily): Daily {
  return a.map((ratio, index) => spread(lessOne(ratio), lessOne(b[index] ?? null), 'geometric'))
}

/** Returns the correlation of two lines' weekly returns over the 52 weeks that end with each week. */
export function pairCorrelation(a: Daily, b: Daily): Daily {
  return rollingCorrelation(a, b, CORRELATED_WEEKS)
}

function lessOne(ratio: number | null): number | null {
  return ratio === null ? null : ratio - 1
}

function commonDays(
  histories: readonly SeriesHistory[],
  period: { from?: string | null; to?: string | null },
): string[] {
  const lives = histories.map((history) => {
    const span = periodBetween(history, period.from, period.to)
    return span ? history.days.slice(span.from, span.to) : []
  })
  const [first = [], ...others] = lives
  const sets = others.map((days) => new Set(days))
  return first.filter((day) => sets.every((days) => days.has(day)))
}

/** Computes the line on all days of the series and returns it on the common days. */
function ratioOn(days: readonly string[], history: SeriesHistory, span: Span): Daily {
  const ratios = lineOver(history, span)
  const own = history.days.slice(span.from, span.to)
  let index = 0
  const shown = days.map((day) => {
    while (own[index] !== day) index++
    return ratios[index + 1] ?? null
  })
  return [1, ...shown]
}

/** Returns rows by ISO week, since markets close on different days. */
function weeklyTable(
  lines: readonly { history: SeriesHistory; span: Span | null }[],
): Pick<Correlations, 'weeks' | 'weekly'> {
  const tables = lines.map(({ history, span }) => {
    const own = countedRuns(history, span ?? EMPTY, 'week').map((week) => {
      const end = history.days[week.to - 1] as string
      return [mondayOf(end), { value: lineReturn(history, week), end }] as const
    })
    return new Map(own)
  })
  const mondays = [...new Set(tables.flatMap((table) => [...table.keys()]))].sort()
  const endOf = (monday: string) => tables.reduce((end, table) => max(end, table.get(monday)?.end ?? ''), '')
  return {
    weeks: mondays.map(endOf),
    weekly: tables.map((table) => mondays.map((monday) => table.get(monday)?.value ?? null)),
  }
}

function max(a: string, b: string): string {
  return a > b ? a : b
}
