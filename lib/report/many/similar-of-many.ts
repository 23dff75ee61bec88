import { setImmediate as nextTurn } from 'node:timers/promises'
import { SHOWN_WEEKS, spansAfter, WeekDistances } from '@/lib/analysis/similar-weeks'
import { type Span, tradingWindows } from '@/lib/analysis/trading-windows'
import { meanOfKnown } from '@/lib/metrics/statistics/mean-of-known'
import type { SimilarPastWeeks } from '@/lib/report/model/inputs'
import { type FoundFactor, TURN_ROWS } from './get-window-factors'

/**
 * Compares the last week with earlier ones by the z-scores of many factors, without their daily returns.
 * @param factors those of the week
 * @param days trading days of their market up to the as-of date
 */
export async function similarOfMany(factors: readonly FoundFactor[], days: string[]): Promise<SimilarPastWeeks> {
  const windows = tradingWindows(days)
  const distances = new WeekDistances(windows)
  for (const [index, { weeks }] of factors.entries()) {
    distances.add(weeks)
    if (index % TURN_ROWS === 0) await nextTurn()
  }
  const { nearest, ...counts } = distances.nearest(SHOWN_WEEKS)
  const meanOver = (span: Span) => meanOfKnown(factors.map(({ overWeeks }) => overWeeks(span)))
  return {
    ...counts,
    nearest: nearest.map((found) => {
      const { nextWeek, nextMonth } = spansAfter(found.week, windows)
      return { ...found, nextWeek: meanOver(nextWeek), nextMonth: meanOver(nextMonth) }
    }),
  }
}
