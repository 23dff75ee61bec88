import type { Convention } from '@/lib/base/convention'
import { type LineHistory, lineHistory } from './line-history'
import { weekSpreads } from './measure'
import type { MeasuredSeries } from './measured-series'
import type { TradingWindows } from './trading-windows'

/** The past of a series, with which a report compares its week. */
export interface PastWeeks {
  /** Spread of the first measure in each week before this one, decimal fractions, oldest first; null where it has a gap. */
  spreads: (number | null)[]
  /** Its NAV ratio up to the as-of date, this week included; null when a day since inception is missing. */
  line: LineHistory | null
}

export function pastWeeks(series: MeasuredSeries, windows: TradingWindows, convention: Convention): PastWeeks {
  return {
    spreads: weekSpreads(series.primary, windows, convention).slice(0, -1),
    line: lineHistory(series, windows),
  }
}
