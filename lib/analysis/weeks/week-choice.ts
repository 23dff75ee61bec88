import { isoWeekOf } from '@/lib/base/dates'

/** The result for a date: a week with a report, or the reason why there is none and the nearest weeks with one. */
export type WeekChoice =
  | { kind: 'report'; asOf: string; previous: string | null; next: string | null }
  | {
      kind: 'no-trading' | 'before-data' | 'after-data'
      monday: string
      sunday: string
      previous: string | null
      next: string | null
    }

/**
 * Finds the week of a date.
 * @param date any ISO date; its ISO week is found
 * @param days trading days with data, ascending, at least one; a week is identified by its last trading day among these
 */
export function chooseWeek(date: string, days: string[]): WeekChoice {
  const { monday, sunday } = isoWeekOf(date)
  const asOf = days.findLast((day) => day >= monday && day <= sunday)
  const previous = days.findLast((day) => day < monday) ?? null
  const following = days.find((day) => day > sunday)
  const next = following === undefined ? null : lastOfWeek(following, days)
  if (asOf !== undefined) return { kind: 'report', asOf, previous, next }
  const kind = previous === null ? 'before-data' : next === null ? 'after-data' : 'no-trading'
  return { kind, monday, sunday, previous, next }
}

function lastOfWeek(date: string, days: string[]): string {
  const { sunday } = isoWeekOf(date)
  return days.findLast((day) => day <= sunday) ?? date
}
