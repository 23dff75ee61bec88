import { yearWindow } from '@/lib/analysis/days-per-year'
import type { SeriesHistory } from '@/lib/analysis/history'
import { lineReturns } from '@/lib/analysis/line'
import type { Daily } from '@/lib/analysis/measured-series'
import { rollingSpreads } from '@/lib/metrics/returns/rolling-spreads'
import { rollingMoments } from '@/lib/metrics/risk/rolling-moments'

/**
 * Line figures of the year that ends with each day of a history: as many trading days as its market has in a year; null
 * before there are so many. A window with a missing day has none.
 */
export interface RollingLines {
  /** Annualised, decimal fractions. */
  volatility: Daily
  /** Dimensionless. */
  returnToRisk: Daily
  /** Growth of the NAV ratio, decimal fractions. */
  twelveMonths: Daily
}

export function rollingLines(history: SeriesHistory): RollingLines {
  const { leg, against, days, daysPerYear } = history
  const window = yearWindow(daysPerYear)
  const whole = rollingSpreads(leg, against, window, 'geometric')
  const before: Daily = Array.from({ length: days.length - whole.length }, () => null)
  return { ...rollingMoments(lineReturns(history), window, daysPerYear), twelveMonths: [...before, ...whole] }
}
