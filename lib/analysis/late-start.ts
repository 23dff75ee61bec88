import { positionFrom, yearOf } from '@/lib/base/dates'
import type { Daily } from './measured-series'

interface Started {
  /** First trading day with returns, as the catalogue says. */
  inception: string
  /** Returns on the days; null before inception and on missing days. */
  leg: Daily
}

/**
 * Returns the first day with a return of a series whose data begin after its inception; null when they begin with it, or
 * there are none.
 * @param days trading days of the market, ascending ISO dates: from its first data on, or from the series' first year
 */
export function lateStart({ inception, leg }: Started, days: readonly string[]): string | null {
  const position = days.findIndex((_, index) => leg[index] !== null)
  const [first, start] = [days[position], days[0]]
  if (first === undefined || start === undefined) return null
  const isLate = positionFrom(days, inception) < position
  return isLate || yearOf(inception) < yearOf(start) ? first : null
}
