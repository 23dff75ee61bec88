import type { SeriesHistory } from '@/lib/analysis/history'
import { lineReturn, ratePerYear } from '@/lib/analysis/line'
import { periodBetween } from '@/lib/analysis/periods'
import { type LineRisk, lineRisk } from '@/lib/analysis/statistics/line-risk'
import type { WallSeries } from './wall'

/** Returns the first days of the oldest and of the youngest series; null without any. */
export function inceptions(series: readonly WallSeries[]): { first: string; last: string } | null {
  const dates = series.map(({ history }) => history.inception).toSorted()
  const [first, last] = [dates[0], dates.at(-1)]
  return first === undefined || last === undefined ? null : { first, last }
}

/** Returns the series with the figures of their whole period over the days since the youngest one began. */
export function overCommonPeriod(series: readonly WallSeries[]): WallSeries[] {
  const from = inceptions(series)?.last
  if (from === undefined) return []
  return series.map((each) => ({
    ...each,
    from,
    figures: { ...each.figures, inception: returnSince(each.history, from) },
  }))
}

/** Returns volatility and drawdown of a series over its whole period. */
export function wholePeriodRisk({ history, from }: WallSeries): LineRisk {
  return lineRisk(history, periodBetween(history, from))
}

/** Returns the line figure since a day, per year when that is longer than a year; null when a day is missing. */
function returnSince(history: SeriesHistory, from: string): number | null {
  const span = periodBetween(history, from)
  const total = span && lineReturn(history, span)
  return span && (ratePerYear(history, total, span) ?? total)
}
