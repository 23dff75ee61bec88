import { isTradingDay } from '@/lib/calendar/trading-calendar'
import { isIsoDate } from '@/lib/dates'
import type { Refusal } from '@/lib/import/parse-return'

/** What decides whether a series can have a return on a date. */
export interface SeriesLife {
  market: string
  /** ISO date of the first trading day with returns. */
  inception: string
}

/** null when the date is one on which the series can have a return; an unknown series is held to the rest of the rules. */
export function checkDate(date: string, series: SeriesLife | undefined, today: string): Refusal | null {
  if (!isIsoDate(date)) return { rule: 'not-a-date', remedy: 'Write a date that exists as YYYY-MM-DD.' }
  if (date > today) return { rule: 'in-the-future', remedy: `Today is ${today}; correct the date.` }
  if (series === undefined) return null
  if (date < series.inception) {
    return {
      rule: 'before-inception',
      remedy: `The series begins on ${series.inception}; remove the row or correct the catalogue.`,
    }
  }
  return checkTradingDay(date, series.market)
}

function checkTradingDay(date: string, market: string): Refusal | null {
  const traded = tradedOn(date, market)
  if (traded === true) return null
  if (traded === false) return { rule: 'not-a-trading-day', remedy: `Remove the row: ${market} was closed.` }
  return { rule: 'no-calendar', remedy: `${traded.message}.` }
}

/** The calendar throws for a market or a year that it does not know; its sentence says which. */
function tradedOn(date: string, market: string): boolean | Error {
  try {
    return isTradingDay(market, date)
  } catch (error) {
    if (error instanceof Error) return error
    throw error
  }
}
