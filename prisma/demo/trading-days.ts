import { readReadyCalendar } from '@/lib/calendar/ready-calendars'
import { tradingDays } from '@/lib/calendar/trading-calendar'

/** The exchange of the demo's market. */
export const EXCHANGE = 'XSHG'

const CALENDAR = readReadyCalendar(EXCHANGE)

/** Returns the trading days of the demo's market from one ISO date to another, both inclusive, ascending. */
export function demoDays(from: string, to: string): string[] {
  return tradingDays(CALENDAR, from, to)
}
