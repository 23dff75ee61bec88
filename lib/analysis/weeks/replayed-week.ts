import { addDays, mondayOf, positionFrom } from '@/lib/base/dates'

/** A week up to one of its days, and the weeks beside it. All dates are last trading days, ISO dates. */
export interface ReplayedWeek {
  /** In the week of the requested date, up to that date. */
  asOf: string
  /** null where there is none. */
  previous: string | null
  next: string | null
}

/**
 * Returns the week of a series page as of a date; without a date, the latest.
 * @param reported trading days with data, ascending
 * @returns null when the data begin after that date
 */
export function replayedWeek(reported: readonly string[], date: string | undefined): ReplayedWeek | null {
  const asOf = date === undefined ? reported.at(-1) : reported.findLast((day) => day <= date)
  if (asOf === undefined) return null
  const monday = mondayOf(asOf)
  const following = reported[positionFrom(reported, addDays(monday, 7))]
  const end = following === undefined ? undefined : addDays(mondayOf(following), 6)
  return {
    asOf,
    previous: reported.findLast((day) => day < monday) ?? null,
    next: (end && reported.findLast((day) => day <= end)) ?? null,
  }
}
