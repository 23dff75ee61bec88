import { yearOf } from '@/lib/base/dates'
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
  const first = days.find((_, position) => leg[position] !== null)
  const start = days[0]
  if (first === undefined || start === undefined) return null
  const isLate = days.some((day) => day >= inception && day < first)
  return isLate || yearOf(inception) < yearOf(start) ? first : null
}
