/** Trading days of a market. Dates are ISO strings; date arithmetic uses no time zone and no clock. */

import { addDays, isWeekend, yearOf } from '@/lib/base/dates'
import type { ClosureKind } from '@/lib/catalogue/closure-kinds'

/** A day that differs from the usual week of trading: a weekday without trading, or a session on another day. */
export interface Closure {
  /** ISO date. */
  date: string
  kind: ClosureKind
  /** Such as "Spring Festival"; null when it has none. */
  name: string | null
}

/** What is known of the trading days of a market. Plain data, so that it can be sent to another process. */
export interface TradingCalendar {
  /** Years whose closures are known, such as "2024": those with at least one row. */
  years: ReadonlySet<string>
  /** By ISO date. */
  closures: ReadonlyMap<string, Closure>
}

/** The calendar of a market whose closures are not known in any year. */
export const NO_CALENDAR: TradingCalendar = { years: new Set(), closures: new Map() }

/**
 * Builds a calendar from lists of closures. A later list replaces the days of an earlier one, so that a market can
 * differ from its exchange. One row makes its whole year known: weekdays without a row are then trading days.
 */
export function tradingCalendar(...lists: readonly (readonly Closure[])[]): TradingCalendar {
  const closures = new Map(lists.flat().map((closure) => [closure.date, closure]))
  return { years: new Set([...closures.keys()].map(yearOf)), closures }
}

/** Returns whether the closures of the year of an ISO date are known. */
export function isKnownYear({ years }: TradingCalendar, date: string): boolean {
  return years.has(yearOf(date))
}

/** What the calendar says of a day; `unknown` when the closures of its year are not known. */
export type DayKind = 'trading' | 'closed' | 'weekend' | 'unknown'

/** Returns whether a market trades on an ISO date. */
export function dayKind(calendar: TradingCalendar, date: string): DayKind {
  if (!isKnownYear(calendar, date)) return 'unknown'
  const closure = calendar.closures.get(date)
  if (closure) return closure.kind === 'session' ? 'trading' : 'closed'
  return isWeekend(date) ? 'weekend' : 'trading'
}

/**
 * Returns the trading days from one ISO date to another, both inclusive, ascending, in the years that are known.
 * @example tradingDays(calendar, '2024-08-30', '2024-09-02') // ['2024-08-30', '2024-09-02']
 */
export function tradingDays(calendar: TradingCalendar, from: string, to: string): string[] {
  return yearsBetween(from, to)
    .flatMap((year) => daysOfYear(calendar, year))
    .filter((day) => day >= from && day <= to)
}

/** The trading days of each year that was asked for, by calendar: hundreds of series ask for the same years. */
const listed = new WeakMap<TradingCalendar, Map<string, string[]>>()

function daysOfYear(calendar: TradingCalendar, year: string): string[] {
  const known = listed.get(calendar) ?? new Map<string, string[]>()
  listed.set(calendar, known)
  const days = known.get(year) ?? listYear(calendar, year)
  known.set(year, days)
  return days
}

function listYear(calendar: TradingCalendar, year: string): string[] {
  if (!calendar.years.has(year)) return []
  const days: string[] = []
  for (let day = `${year}-01-01`; yearOf(day) === year; day = addDays(day, 1)) {
    if (dayKind(calendar, day) === 'trading') days.push(day)
  }
  return days
}

/**
 * Returns the days that count as trading days from one ISO date to another, both inclusive, ascending: those of the
 * calendar in known years, and in other years the days on which the market's data have a row.
 * @param observed ISO dates with data, ascending; those in known years are ignored
 */
export function countedDays(
  calendar: TradingCalendar,
  { from, to, observed }: { from: string; to: string; observed: readonly string[] },
): string[] {
  const isAsked = (day: string) => day >= from && day <= to && !isKnownYear(calendar, day)
  return [...tradingDays(calendar, from, to), ...observed.filter(isAsked)].sort()
}

/** Returns the years between two ISO dates, both inclusive, whose closures are not known, ascending. */
export function unknownYears({ years }: TradingCalendar, from: string, to: string): string[] {
  return yearsBetween(from, to).filter((year) => !years.has(year))
}

/** Returns the calendar years from one ISO date to another, both inclusive: "2023", "2024". */
function yearsBetween(from: string, to: string): string[] {
  const [first, last] = [Number(yearOf(from)), Number(yearOf(to))]
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => String(first + index).padStart(4, '0'))
}
