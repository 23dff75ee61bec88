import { addDays, isoWeekOf, isWeekend } from '@/lib/base/dates'
import { dayKind, type TradingCalendar } from '@/lib/calendar/trading-calendar'

/**
 * Returns whether a week is over: no trading day of its calendar follows its last day with data. On weekdays of years whose
 * closures are not known the market counts as open, so that a week may end early only when the calendar says so.
 * @param asOf last day of the week with data, ISO date
 * @param reported all days with data, ascending: a week before others is over in any case
 */
export function isCompleteWeek(asOf: string, reported: readonly string[], calendar: TradingCalendar): boolean {
  const { sunday } = isoWeekOf(asOf)
  const last = reported.at(-1)
  if (last !== undefined && last > sunday) return true
  for (let day = addDays(asOf, 1); day <= sunday; day = addDays(day, 1)) {
    const kind = dayKind(calendar, day)
    if (kind === 'trading' || (kind === 'unknown' && !isWeekend(day))) return false
  }
  return true
}
