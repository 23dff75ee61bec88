import type { Convention } from '@/lib/base/convention'
import { DAYS_PER_YEAR } from '@/lib/metrics/returns/annualised-return'
import { rollingSpreads } from '@/lib/metrics/returns/rolling-spreads'
import { rollingMoments } from '@/lib/metrics/risk/rolling-moments'
import { dailySpreads, type SeriesHistory } from './history'
import type { Daily } from './measured-series'

/**
 * Lines over the days of a history; each value covers the 252 trading days that end with it, null before there are 252.
 */
export interface RollingLines {
  /** Annualised, decimal fractions. */
  volatility: Daily
  /** Dimensionless. */
  returnToRisk: Daily
  /** Long-short return, or excess, of the window, decimal fractions. */
  twelveMonths: Daily
}

export function rollingLines(history: SeriesHistory, convention: Convention): RollingLines {
  const { leg, against, days } = history
  const whole = rollingSpreads(leg, against, DAYS_PER_YEAR, convention)
  const before: Daily = Array.from({ length: days.length - whole.length }, () => null)
  return { ...rollingMoments(dailySpreads(history, convention), DAYS_PER_YEAR), twelveMonths: [...before, ...whole] }
}
