import { rollingSpreads } from '@/lib/metrics/returns/rolling-spreads'
import { rollingMoments } from '@/lib/metrics/risk/rolling-moments'
import { yearWindow } from './days-per-year'
import type { SeriesHistory } from './history'
import { lineReturns } from './line'
import type { Daily } from './measured-series'

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
