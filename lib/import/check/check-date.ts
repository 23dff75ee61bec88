import { hasCalendar, isTradingDay } from '@/lib/calendar/trading-calendar'
import type { Refusal } from '@/lib/import/layout/parse-return'

/** What decides whether a series can have a return on a date, and how large it may be. */
export interface SeriesLife {
  market: string
  /** ISO date of the first trading day with returns. */
  inception: string
  /** Largest absolute daily return that is believed, decimal fraction. */
  returnMax: number
}

/** null when the date, which is one, is a day on which the series can have a return. */
export function checkSeriesDate(date: string, { inception, market }: SeriesLife): Refusal | null {
  if (date < inception) {
    return {
      rule: 'before-inception',
      remedy: `The series begins on ${inception}; remove the row or correct the catalogue.`,
    }
  }
  return checkTradingDay(date, market)
}

/** null when the market trades on the date, or has no calendar: its days are then those observed in its data. */
export function checkTradingDay(date: string, market: string): Refusal | null {
  if (!hasCalendar(market)) return null
  const traded = tradedOn(date, market)
  if (traded === true) return null
  if (traded === false) return { rule: 'not-a-trading-day', remedy: `Remove the row: ${market} was closed.` }
  return { rule: 'no-calendar', remedy: `${traded.message}.` }
}

/** The calendar throws for a year that it does not know; its sentence says which. */
function tradedOn(date: string, market: string): boolean | Error {
  try {
    return isTradingDay(market, date)
  } catch (error) {
    if (error instanceof Error) return error
    throw error
  }
}
