import { addDays, mondayOf } from '@/lib/base/dates'

/** A week as it stood on a day of it, and the weeks beside it. All are last trading days, ISO dates. */
export interface ReplayedWeek {
  /** Of the week of the date that is asked for, up to that date. */
  asOf: string
  /** null where there is none. */
  previous: string | null
  next: string | null
}

/**
 * The week that a page of series shows as of a date; without one, the latest.
 * @param reported trading days with data, ascending
 * @returns null when the data begin after that date
 */
export function replayedWeek(reported: readonly string[], asked: string | undefined): ReplayedWeek | null {
  const asOf = asked === undefined ? reported.at(-1) : reported.findLast((day) => day <= asked)
  if (asOf === undefined) return null
  const monday = mondayOf(asOf)
  const following = reported.find((day) => day >= addDays(monday, 7))
  const end = following === undefined ? undefined : addDays(mondayOf(following), 6)
  return {
    asOf,
    previous: reported.findLast((day) => day < monday) ?? null,
    next: (end && reported.findLast((day) => day <= end)) ?? null,
  }
}
