import { addDays, isoWeekOf, isWeekend } from '@/lib/base/dates'
import { lastDateOf, periodOf, type WindowKind } from '@/lib/base/window-kind'
import { dayKind, type TradingCalendar } from '@/lib/calendar/trading-calendar'

/**
 * Returns whether a week, a month or a quarter is over: no trading day of its calendar follows its last day with data. On
 * weekdays of years whose closures are not known the market counts as open, so that it may end early only when the calendar
 * says so.
 * @param asOf its last day with data, ISO date
 * @param reported all days with data, ascending: a week before others is over in any case
 */
export function isCompleteWindow(
  kind: WindowKind,
  asOf: string,
  reported: readonly string[],
  calendar: TradingCalendar,
): boolean {
  const end = kind === 'week' ? isoWeekOf(asOf).sunday : lastDateOf(periodOf(asOf, kind))
  const last = reported.at(-1)
  if (last !== undefined && last > end) return true
  for (let day = addDays(asOf, 1); day <= end; day = addDays(day, 1)) {
    const kind = dayKind(calendar, day)
    if (kind === 'trading' || (kind === 'unknown' && !isWeekend(day))) return false
  }
  return true
}
