import { prisma } from '@/lib/db/client'
import { readCalendars } from './read-calendars'
import type { TradingCalendar } from './trading-calendar'

/** Returns the calendar of every market as of a data version, by code. */
export function getCalendars({ version }: { version: number }): Promise<Map<string, TradingCalendar>> {
  return readCalendars((statement, parameters) => prisma.$queryRawUnsafe(statement, ...parameters), version)
}
