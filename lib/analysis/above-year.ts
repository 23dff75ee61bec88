import { yearsBefore } from '@/lib/base/dates'

/**
 * Is a period longer than a year, so that its line figure is annualised?
 * @param first, last its first and last trading day, ISO dates; a year begins on the day after the same date
 */
export function isAboveYear(first: string, last: string): boolean {
  return yearsBefore(last, 1) >= first
}
