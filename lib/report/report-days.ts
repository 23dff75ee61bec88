import { tradingDays } from '@/lib/calendar/trading-calendar'
import { getDataRange } from '@/lib/queries/get-data-range'

export interface ReportDays {
  market: string
  /** First and last date with data. */
  first: string
  last: string
  /** Trading days from the start of the first year with data, so that its year-to-date window is whole, to the last date. */
  days: string[]
}

/** The trading days that reports of a data version can be about; null while nothing is loaded. */
export async function getReportDays(version: number): Promise<ReportDays | null> {
  const [range] = await getDataRange({ version })
  if (!range) return null
  return { ...range, days: tradingDays(range.market, `${range.first.slice(0, 4)}-01-01`, range.last) }
}
