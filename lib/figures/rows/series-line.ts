import type { SeriesHistory } from '@/lib/analysis/history'
import { lineOver } from '@/lib/analysis/line'
import type { Daily } from '@/lib/analysis/measured-series'
import { rollingLines } from '@/lib/analysis/statistics/rolling'
import { addDays } from '@/lib/base/dates'
import { drawdowns } from '@/lib/metrics/risk/drawdown'
import type { LineMeasure, LineRows } from './rows'

export type RollingMeasure = Extract<LineMeasure, `rolling-${string}`>

/**
 * Returns the drawdown since inception, or a line figure of the year that ends with each day, from the first full year on;
 * null where there is none.
 */
export function seriesLine(
  history: SeriesHistory,
  measure: 'drawdown' | RollingMeasure,
  label: string,
): LineRows | null {
  const { start, end } = history
  const days = history.days.slice(start, end)
  const values = measure === 'drawdown' ? depthsOf(history) : [null, ...rollingOf(history, measure).slice(start, end)]
  const first = values.findIndex((value) => value !== null)
  const [firstDay] = days
  if (first < 0 || firstDay === undefined) return null
  const dates = [addDays(firstDay, -1), ...days]
  return { shape: 'line', measure, label, dates: dates.slice(first), values: values.slice(first) }
}

/** Returns drawdowns of the NAV ratio since inception, beginning with the close before it. */
function depthsOf(history: SeriesHistory): Daily {
  return drawdowns(lineOver(history, { from: history.start, to: history.end }))
}

function rollingOf(history: SeriesHistory, measure: RollingMeasure): Daily {
  const { volatility, returnToRisk, twelveMonths } = rollingLines(history)
  if (measure === 'rolling-volatility') return volatility
  return measure === 'rolling-ratio' ? returnToRisk : twelveMonths
}
