import { CALENDAR_START, tradingDays } from '@/lib/calendar/trading-calendar'
import { mondayOf } from '@/lib/dates'
import { getDataRange } from '@/lib/queries/get-data-range'

export interface ReportDays {
  market: string
  /** First and last date with data. */
  first: string
  last: string
  /** Trading days from `first` to `last`: those that a report can be about. */
  reported: string[]
  /** The same, and before them those of the week in which the first year begins, so that every window is whole. */
  days: string[]
}

/** The trading days that reports of a data version can be about; null while nothing is loaded. */
export async function getReportDays(version: number): Promise<ReportDays | null> {
  const [range] = await getDataRange({ version })
  if (!range) return null
  const weekOfNewYear = mondayOf(`${range.first.slice(0, 4)}-01-01`)
  const from = weekOfNewYear < CALENDAR_START ? CALENDAR_START : weekOfNewYear
  const days = tradingDays(range.market, from, range.last)
  return { ...range, days, reported: days.filter((day) => day >= range.first) }
}
