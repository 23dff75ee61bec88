import { dayKind, type TradingCalendar } from '@/lib/calendar/trading-calendar'
import type { Refusal } from '@/lib/import/layout/parse-return'

/** Determines on which dates a series can have a return, and how large it may be. */
export interface SeriesLife {
  market: string
  /** The calendar of its market. */
  calendar: TradingCalendar
  /** ISO date of the first trading day with returns. */
  inception: string
  /** ISO date of the last day with returns; null while the series goes on. */
  ended: string | null
  /** Largest absolute daily return that is accepted, decimal fraction. */
  returnMax: number
}

/** Returns null when the series can have a return on this valid date. */
export function checkSeriesDate(date: string, life: SeriesLife): Refusal | null {
  if (date < life.inception) {
    return {
      rule: 'before-inception',
      remedy: `The series begins on ${life.inception}; remove the row or correct the catalogue.`,
    }
  }
  if (life.ended !== null && date > life.ended) {
    return {
      rule: 'after-end',
      remedy: `The series ended on ${life.ended}; remove the row, or write a later day (or none, to bring it back) as its ended in the catalogue.`,
    }
  }
  return checkTradingDay(date, life)
}

/** Returns null when the market trades on the date, or the closures of that year are not known. */
export function checkTradingDay(
  date: string,
  { market, calendar }: Pick<SeriesLife, 'market' | 'calendar'>,
): Refusal | null {
  const kind = dayKind(calendar, date)
  if (kind === 'weekend') return { rule: 'not-a-trading-day', remedy: `Remove the row: ${date} is on a weekend.` }
  if (kind !== 'closed') return null
  const name = calendar.closures.get(date)?.name
  const why = name === null || name === undefined ? '' : ` (${name})`
  return { rule: 'not-a-trading-day', remedy: `Remove the row: ${market} was closed on ${date}${why}.` }
}
