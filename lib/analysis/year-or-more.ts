import { daysBetween } from '@/lib/base/dates'

/** A calendar year minus the longest closure of an exchange at its ends. */
const MIN_YEAR_DAYS = 355

/**
 * Is a period about a year or longer, so that its return may be annualised?
 * @param first, last its first and last trading day, ISO dates
 */
export function isYearOrMore(first: string, last: string): boolean {
  return daysBetween(first, last) >= MIN_YEAR_DAYS
}
