import { hasCalendar, isTradingDay } from '@/lib/calendar/trading-calendar'
import type { Refusal } from '@/lib/import/layout/parse-return'

/** Determines on which dates a series can have a return, and how large it may be. */
export interface SeriesLife {
  market: string
  /** ISO date of the first trading day with returns. */
  inception: string
  /** Largest absolute daily return that is accepted, decimal fraction. */
  returnMax: number
}

/** Returns null when the series can have a return on this valid date. */
export function checkSeriesDate(date: string, { inception, market }: SeriesLife): Refusal | null {
  if (date < inception) {
    return {
      rule: 'before-inception',
      remedy: `The series begins on ${inception}; remove the row or correct the catalogue.`,
    }
  }
  return checkTradingDay(date, market)
}

/** Returns null when the market trades on the date, or has no calendar: its data then define its trading days. */
export function checkTradingDay(date: string, market: string): Refusal | null {
  if (!hasCalendar(market)) return null
  const traded = tradedOn(date, market)
  if (traded === true) return null
  if (traded === false) return { rule: 'not-a-trading-day', remedy: `Remove the row: ${market} was closed.` }
  return { rule: 'no-calendar', remedy: `${traded.message}.` }
}

/** Returns whether the market trades on the date, or the error of the calendar for a year that it does not cover. */
function tradedOn(date: string, market: string): boolean | Error {
  try {
    return isTradingDay(market, date)
  } catch (error) {
    if (error instanceof Error) return error
    throw error
  }
}
