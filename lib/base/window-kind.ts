/** What a report is of: an ISO week, a calendar month or a calendar quarter. Reports of months and quarters are issues. */

import { monthOf, quarterOf } from './dates'

export const WINDOW_KINDS = ['week', 'month', 'quarter'] as const
export type WindowKind = (typeof WINDOW_KINDS)[number]

/** The kinds of issues. */
export const ISSUE_KINDS = ['month', 'quarter'] as const
export type IssueKind = (typeof ISSUE_KINDS)[number]

/** Returns the period of a date as addresses have it: "2024-08", "2024-Q3". */
export function periodOf(date: string, kind: IssueKind): string {
  return kind === 'month' ? monthOf(date) : quarterOf(date).replace('-', '-Q')
}

/** Returns whether a text is a month since 1583, "2024-08", or a quarter, "2024-Q3". */
export function isPeriod(text: string, kind: IssueKind): boolean {
  const pattern = kind === 'month' ? /^\d{4}-(0[1-9]|1[0-2])$/ : /^\d{4}-Q[1-4]$/
  return pattern.test(text) && Number(text.slice(0, 4)) >= FIRST_YEAR
}

/** The first full year of the Gregorian calendar, as of `isIsoDate`. */
const FIRST_YEAR = 1583

/** Returns the first day of a period, ISO date. @param period as `periodOf` returns it */
export function firstDateOf(period: string): string {
  const [year, part = ''] = period.split('-')
  const month = part.startsWith('Q') ? String(3 * Number(part.slice(1)) - 2).padStart(2, '0') : part
  return `${year}-${month}-01`
}

/** Returns the last day of a period, ISO date. */
export function lastDateOf(period: string): string {
  const [year, month] = firstDateOf(period).split('-').map(Number)
  const months = period.includes('Q') ? 3 : 1
  return new Date(Date.UTC(year ?? Number.NaN, (month ?? Number.NaN) - 1 + months, 0)).toISOString().slice(0, 10)
}
