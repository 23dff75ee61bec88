import { addDays, yearOf } from '@/lib/base/dates'
import type { TradingCalendar } from './trading-calendar'

/** Days before a year from which its closures are wanted: from 1 December on. */
const AHEAD_DAYS = 31

/** Returns the year whose closures should be known on an ISO date: its own, and from 1 December the next. */
export function wantedYear(today: string): string {
  return yearOf(addDays(today, AHEAD_DAYS))
}

/**
 * Returns the codes of markets without closures in a year, in order. A market without closures in any year has the days
 * in its data on purpose, and is not among them.
 */
export function marketsWithout(year: string, calendars: ReadonlyMap<string, TradingCalendar>): string[] {
  return [...calendars]
    .filter(([, { years }]) => years.size > 0 && !years.has(year))
    .map(([market]) => market)
    .sort()
}
