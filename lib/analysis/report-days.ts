import { mondayOf } from '@/lib/base/dates'
import { CALENDAR_START, hasCalendar, tradingDays } from '@/lib/calendar/trading-calendar'
import { type DataRange, getDataRange } from '@/lib/db/queries/get-data-range'
import { getObservedDays } from '@/lib/db/queries/get-observed-days'

export interface ReportDays {
  market: string
  /** Codes of all markets with data, in order; the first is the default market. */
  markets: string[]
  /** First and last date with data. */
  first: string
  last: string
  /** Trading days from `first` to `last`, which a report can cover. */
  reported: string[]
  /**
   * `reported`, and before them the days of the week in which the first year begins, so that every window is complete.
   */
  days: string[]
}

/**
 * Returns the trading days that reports of a market can cover, as of a data version. The trading days of a market
 * without a calendar are those in its data.
 * @param market its code; the first one with data when not given
 * @returns null when the market, or the whole store, has no data
 */
export async function getReportDays(version: number, market?: string): Promise<ReportDays | null> {
  const ranges = await getDataRange({ version })
  const range = market === undefined ? ranges[0] : ranges.find((candidate) => candidate.market === market)
  if (!range) return null
  const days = hasCalendar(range.market)
    ? calendarDays(range)
    : await getObservedDays({ version, market: range.market })
  const reported = days.filter((day) => day >= range.first)
  return { ...range, markets: ranges.map((each) => each.market), days, reported }
}

function calendarDays({ market, first, last }: DataRange): string[] {
  const weekOfNewYear = mondayOf(`${first.slice(0, 4)}-01-01`)
  return tradingDays(market, weekOfNewYear < CALENDAR_START ? CALENDAR_START : weekOfNewYear, last)
}
