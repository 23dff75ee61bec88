/** Trading days of markets. Dates are ISO strings; date arithmetic uses no time zone and no clock. */

import { addDays, daysBetween, mondayOf } from '@/lib/base/dates'
import { SSE_CLOSURES } from './sse-closures'

/** First day of the calendars. */
export const CALENDAR_START = '2014-01-01'
const LAST = '2026-12-31'

/** The Shanghai exchange's trading days, ascending; listed once per process. */
const CN_DAYS = listWeekdaysBut(shanghaiClosures())

/**
 * Returns the trading days of a market, ascending.
 * @param from first day, ISO date, inclusive
 * @param to last day, ISO date, inclusive; before `from` gives no days
 * @throws RangeError naming the date outside the known calendar, 2014-01-01 to 2026-12-31
 * @throws Error for a market without a calendar of its own
 * @example tradingDays('CN', '2024-08-30', '2024-09-02') // ['2024-08-30', '2024-09-02']
 */
export function tradingDays(market: string, from: string, to: string): string[] {
  const days = calendarOf(market)
  assertKnown(from)
  assertKnown(to)
  return days.slice(countBefore(days, from), countBefore(days, addDays(to, 1)))
}

/** Does the market trade on that day? Throws the same errors as `tradingDays`. */
export function isTradingDay(market: string, date: string): boolean {
  const days = calendarOf(market)
  assertKnown(date)
  return days[countBefore(days, date)] === date
}

/** Are the closures of this market known? The trading days of other markets are those in their data. */
export function hasCalendar(market: string): boolean {
  return market === 'CN'
}

function calendarOf(market: string): string[] {
  if (!hasCalendar(market)) throw new Error(`No trading calendar for market "${market}": only CN has one`)
  return CN_DAYS
}

function assertKnown(date: string): void {
  if (date < CALENDAR_START || date > LAST) {
    throw new RangeError(`The calendar of CN covers ${CALENDAR_START} to ${LAST}, not ${date}`)
  }
}

/** Counts the ascending `days` before `date`, by binary search. */
function countBefore(days: string[], date: string): number {
  let low = 0
  let high = days.length
  while (low < high) {
    const middle = (low + high) >> 1
    const day = days[middle]
    if (day !== undefined && day < date) low = middle + 1
    else high = middle
  }
  return low
}

function listWeekdaysBut(closed: Set<string>): string[] {
  const days: string[] = []
  for (let day = CALENDAR_START; day <= LAST; day = addDays(day, 1)) {
    if (daysBetween(mondayOf(day), day) < 5 && !closed.has(day)) days.push(day)
  }
  return days
}

function shanghaiClosures(): Set<string> {
  const dates = Object.entries(SSE_CLOSURES).flatMap(([year, holidays]) =>
    holidays.flatMap((holiday) => holiday.split(' ').map((monthDay) => `${year}-${monthDay}`)),
  )
  return new Set(dates)
}
