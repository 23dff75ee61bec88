/** Sources of the rows of figures, apart from series and comparisons. */

import type { KnownContributions } from '@/lib/analysis/contributions/contribution-table'
import type { SeriesHistory } from '@/lib/analysis/history'
import type { Span } from '@/lib/analysis/trading-windows'

/** One series over a period. */
export interface SeriesPeriod {
  history: SeriesHistory
  /** The period in the days of the history; at least one day. */
  span: Span
}

/** One portfolio over a period, with its contributions. */
export interface PeriodContributions extends SeriesPeriod {
  known: KnownContributions
}

/** A factor's long-short returns, decimal fractions; null for a window without a value. */
export interface FactorReturns {
  /** Section number. */
  number: number
  /** Short name. */
  name: string
  week: number | null
  month: number | null
  year: number | null
}
