import { lineOver } from '@/lib/analysis/line'
import { spreadOver } from '@/lib/analysis/measure'
import type { MeasuredSeries } from '@/lib/analysis/measured-series'
import type { TradingWindows } from '@/lib/analysis/trading-windows'
import type { Convention } from '@/lib/base/convention'
import { drawdowns } from '@/lib/metrics/risk/drawdown'

/** A series in each week before this one, oldest first; null where the week, or the line up to it, has a gap. */
export interface PastWeeks {
  /** Spread of the first measure, decimal fraction. */
  spreads: (number | null)[]
  /** Drawdown of the NAV ratio at the week's end, never positive. */
  drawdowns: (number | null)[]
}

export function pastWeeks(series: MeasuredSeries, windows: TradingWindows, convention: Convention): PastWeeks {
  const { primary, inception } = series
  const weeks = windows.weeks.slice(0, -1)
  const from = windows.days.findIndex((day) => day >= inception)
  const line = from < 0 ? [] : drawdowns(lineOver(primary, { from, to: windows.days.length }))
  return {
    spreads: weeks.map((week) => spreadOver(primary, week, convention)),
    // The line begins with the close before inception, so day `to - 1` has the index `to - from`.
    drawdowns: weeks.map(({ to }) => (to > from && from >= 0 ? (line[to - from] ?? null) : null)),
  }
}
