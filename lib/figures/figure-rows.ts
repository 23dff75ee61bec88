import type { Comparison } from '@/lib/analysis/comparison'
import type { KnownContributions } from '@/lib/analysis/contributions/contribution-table'
import type { SeriesHistory } from '@/lib/analysis/history'
import type { Span } from '@/lib/analysis/trading-windows'
import type { FactorQuality } from '@/lib/db/queries/get-factor-quality'
import type { FigureContext, FigureRows } from './kinds/figure-kind'
import { FIGURES, type FigureName } from './registry'
import type { FactorReturns } from './rows/row-sources'

/** Available sources of rows; each kind of figure uses one of them. */
export interface FigureSources {
  history?: SeriesHistory
  /** The period in the days of the history; null when it has no day. */
  span?: Span | null
  /** Information coefficients of the factor, oldest first. */
  coefficients?: readonly FactorQuality[]
  /** Days with contributions in the period, and the names of their components. */
  contributions?: KnownContributions
  comparison?: Comparison
  factors?: readonly FactorReturns[]
}

/** Returns the rows of a figure; null when its source is missing or has nothing to show. */
export function figureRows(
  kind: FigureName,
  { history, span = null, coefficients, contributions, comparison, factors }: FigureSources,
  context: FigureContext,
): FigureRows | null {
  const { source } = FIGURES[kind]
  switch (source.of) {
    case 'series':
      return history ? source.rows(history, context) : null
    case 'period':
      return history && span ? source.rows({ history, span }, context) : null
    case 'coefficients':
      return coefficients && span ? source.rows(coefficients, context) : null
    case 'contributions':
      return history && span && contributions ? source.rows({ history, span, known: contributions }, context) : null
    case 'factors':
      return factors ? source.rows(factors, context) : null
    default:
      return comparison ? source.rows(comparison, context) : null
  }
}
