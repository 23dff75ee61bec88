import { DAYS_PER_YEAR } from '@/lib/metrics/returns/annualised-return'
import { rollingSpreads } from '@/lib/metrics/returns/rolling-spreads'
import { rollingMoments } from '@/lib/metrics/risk/rolling-moments'
import type { SeriesHistory } from './history'
import { lineReturns } from './line'
import type { Daily } from './measured-series'

/**
 * Line figures of the 252 trading days that end with each day of a history; null before there are 252. A window with a
 * missing day has none.
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
  const whole = rollingSpreads(leg, against, DAYS_PER_YEAR, 'geometric')
  const before: Daily = Array.from({ length: days.length - whole.length }, () => null)
  return { ...rollingMoments(lineReturns(history), DAYS_PER_YEAR, daysPerYear), twelveMonths: [...before, ...whole] }
}
