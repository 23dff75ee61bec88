import { getSeriesBySpan } from '@/lib/analysis/by-span/get-series-by-span'
import { sharedWindows } from '@/lib/analysis/by-span/named-windows'
import { lineReturnOverSpans, spreadOverSpans } from '@/lib/analysis/by-span/series-by-span'
import { tradingWindows } from '@/lib/analysis/trading-windows'
import { MANY_FACTORS } from '@/lib/report/many/many-factors'
import type { FactorEntry, ReportInputs } from '@/lib/report/model/inputs'

/** The week of a factor, without its daily returns. */
export interface FactorWeek {
  code: string
  /** Its long-short return of the week, a decimal fraction; null when a day is missing. */
  value: number | null
  /** Whether it lacks a day of the year or the week, so that the report has a note about it. */
  lacksDay: boolean
}

/** Returns the week of each factor, in the order of the catalogue, from one aggregate over the rows of the year; of many, over all. */
export async function getWeekOfFactors(
  { version, convention }: Pick<ReportInputs, 'version' | 'convention'>,
  factors: readonly FactorEntry[],
  days: string[],
): Promise<FactorWeek[]> {
  const { week, year } = tradingWindows(days)
  const isMany = factors.length > MANY_FACTORS
  const first = isMany ? 0 : Math.min(week.from, year.from)
  const [ofWeek, whole] = [
    { from: week.from - first, to: week.to - first },
    { from: Math.min(week.from, year.from) - first, to: days.length - first },
  ]
  const read = await getSeriesBySpan({
    version,
    kind: 'factor_returns',
    series: factors,
    days: isMany ? days : days.slice(first),
    windows: isMany ? sharedWindows(factors, days) : [ofWeek, whole],
  })
  return read.series.map(({ code, primary, start }) => {
    const pair = { pair: primary, start, days: read.days }
    return {
      code,
      value: spreadOverSpans(pair, ofWeek, convention),
      lacksDay: lineReturnOverSpans(pair, whole) === null,
    }
  })
}
