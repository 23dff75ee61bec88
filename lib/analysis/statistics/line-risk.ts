import type { SeriesHistory } from '@/lib/analysis/history'
import { lineOver, lineReturns } from '@/lib/analysis/line'
import { within } from '@/lib/analysis/measured-series'
import { namedPeriods } from '@/lib/analysis/periods'
import type { Span } from '@/lib/analysis/trading-windows'
import { annualisedVolatility } from '@/lib/metrics/risk/annualised-volatility'
import { maximumDrawdown } from '@/lib/metrics/risk/maximum-drawdown'
import { returnToRisk } from '@/lib/metrics/risk/return-to-risk'

/** Risk of a series over a period: line figures, the same under both conventions. */
export interface LineRisk {
  /** Annualised standard deviation of the daily returns of the NAV ratio, decimal fraction. */
  volatility: number | null
  /** Annualised mean of those returns over that standard deviation, dimensionless. */
  returnToRisk: number | null
  /** Largest fall of the NAV ratio within the period, decimal fraction, never positive. */
  maximumDrawdown: number | null
}

const NONE: LineRisk = { volatility: null, returnToRisk: null, maximumDrawdown: null }

/** Returns the risk over a period. All null without a period, outside the life of the series, and when a day is missing. */
export function lineRisk(history: SeriesHistory, span: Span | null): LineRisk {
  if (span === null || span.from < history.start || span.to > history.end) return NONE
  const daily = within(lineReturns(history), span)
  if (daily.includes(null)) return NONE
  return {
    volatility: annualisedVolatility(daily, history.daysPerYear),
    returnToRisk: returnToRisk(daily, history.daysPerYear),
    maximumDrawdown: maximumDrawdown(lineOver(history, span))?.depth ?? null,
  }
}

/** Risk of a portfolio against its index over one year. */
export interface ExcessRisk {
  /** Volatility of the NAV ratio, decimal fraction. */
  trackingError: number | null
  informationRatio: number | null
  maximumDrawdown: number | null
}

/**
 * Returns the risk over the year that ends on the last day of a history: from the day after the same date a year ago, so
 * that portfolios of different inceptions are compared over the same days.
 */
export function excessRisk(history: SeriesHistory): ExcessRisk {
  const { volatility, returnToRisk: ratio, maximumDrawdown: deepest } = lineRisk(history, namedPeriods(history).oneYear)
  return { trackingError: volatility, informationRatio: ratio, maximumDrawdown: deepest }
}
