import type { SeriesHistory } from '@/lib/analysis/history'
import type { Daily } from '@/lib/analysis/measured-series'
import { rollingLines } from '@/lib/analysis/rolling'
import type { Convention } from '@/lib/base/convention'
import { addDays } from '@/lib/base/dates'
import { navRatio } from '@/lib/metrics/returns/nav-ratio'
import { drawdowns } from '@/lib/metrics/risk/drawdown'
import type { LineMeasure, LineRows } from './rows'

export type RollingMeasure = Extract<LineMeasure, `rolling-${string}`>

/**
 * Returns the drawdown since inception, or a figure of the year that ends with each day, from the first full year on;
 * null where there is none.
 */
export function seriesLine(
  history: SeriesHistory,
  measure: 'drawdown' | RollingMeasure,
  convention: Convention,
  label: string,
): LineRows | null {
  const { days, start } = history
  const values =
    measure === 'drawdown' ? depthsOf(history) : [null, ...rollingOf(history, measure, convention).slice(start)]
  const first = values.findIndex((value) => value !== null)
  const [firstDay] = days.slice(start)
  if (first < 0 || firstDay === undefined) return null
  const dates = [addDays(firstDay, -1), ...days.slice(start)]
  return { shape: 'line', measure, label, dates: dates.slice(first), values: values.slice(first) }
}

/** Returns drawdowns of the NAV ratio since inception, beginning with the close before it. */
function depthsOf({ leg, against, start }: SeriesHistory): Daily {
  return drawdowns(navRatio(leg.slice(start), against.slice(start)))
}

function rollingOf(history: SeriesHistory, measure: RollingMeasure, convention: Convention): Daily {
  const { volatility, returnToRisk, twelveMonths } = rollingLines(history, convention)
  if (measure === 'rolling-volatility') return volatility
  return measure === 'rolling-ratio' ? returnToRisk : twelveMonths
}
