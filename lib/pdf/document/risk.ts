import type { SeriesHistory } from '@/lib/analysis/history'
import { namedPeriods, periodBetween } from '@/lib/analysis/periods'
import { riskStatistics } from '@/lib/analysis/statistics/statistics'
import type { Span } from '@/lib/analysis/trading-windows'

/** Risk of one series over a period: of its NAV ratio, under both conventions. null where there is no value. */
export interface RiskFigures {
  /** Annualised; of a portfolio it is the tracking error. A decimal fraction. */
  volatility: number | null
  /** Annualised mean over annualised volatility; of a factor it is the Sharpe ratio without a risk-free rate. */
  ratio: number | null
  /** Decimal fractions, never positive; from the highest point of the period. */
  maximumDrawdown: number | null
  currentDrawdown: number | null
}

export interface SeriesRisk {
  code: string
  sinceInception: RiskFigures
  /** From the day after the same date a year ago; nothing for a series that is younger or has ended since. */
  oneYear: RiskFigures
}

/** Returns the risk of a series since its inception and over one year. */
export function riskOf(history: SeriesHistory): SeriesRisk {
  const { oneYear } = namedPeriods(history)
  const isLived = oneYear !== null && oneYear.from >= history.start && oneYear.to <= history.end
  return {
    code: history.code,
    sinceInception: figuresOver(history, periodBetween(history)),
    oneYear: figuresOver(history, isLived ? oneYear : null),
  }
}

function figuresOver(history: SeriesHistory, span: Span | null): RiskFigures {
  if (span === null) return NOTHING
  const { volatility, returnToRisk, maximumDrawdown, currentDrawdown } = riskStatistics(history, span)
  return {
    volatility: volatility.value,
    ratio: returnToRisk.value,
    maximumDrawdown: maximumDrawdown?.depth ?? null,
    currentDrawdown: currentDrawdown?.depth ?? null,
  }
}

const NOTHING: RiskFigures = { volatility: null, ratio: null, maximumDrawdown: null, currentDrawdown: null }
