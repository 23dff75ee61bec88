import { readReadyCalendar } from '@/lib/calendar/ready-calendars'
import { tradingDays } from '@/lib/calendar/trading-calendar'

/** The calendar of the Shanghai exchange, which the market CN of samples and demo has. */
export const SHANGHAI = readReadyCalendar('XSHG')

/** Returns the trading days of the Shanghai exchange from one ISO date to another, both inclusive, ascending. */
export function shanghaiDays(from: string, to: string): string[] {
  return tradingDays(SHANGHAI, from, to)
}
