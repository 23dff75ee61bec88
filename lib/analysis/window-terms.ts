import type { WindowKind } from '@/lib/base/window-kind'
import { MIN_HISTORY } from '@/lib/metrics/statistics/percentile-rank'
import type { WindowName } from './cell'

/** What differs between the report of a week and the issues of a month and a quarter, apart from the days. */
export interface WindowTerms {
  kind: WindowKind
  /** Last parts of the ids of the cells of each window, and of the window before the report's own. */
  cells: Record<WindowName | 'lastWeek', string>
  /** Earlier windows that a percentile, a z-score or a record needs. */
  leastPast: number
  /** Years of windows that the z-score compares with. */
  comparedYears: number
}

/** A week is compared with 52 earlier ones at least, a month with three years of months, a quarter with five of quarters. */
export const WINDOW_TERMS: Record<WindowKind, WindowTerms> = {
  week: {
    kind: 'week',
    cells: { week: 'week', month: 'month', year: 'year', lastWeek: 'lastWeek' },
    leastPast: MIN_HISTORY,
    comparedYears: 3,
  },
  month: {
    kind: 'month',
    cells: { week: 'month', month: 'quarter', year: 'year', lastWeek: 'lastMonth' },
    leastPast: 36,
    comparedYears: 10,
  },
  quarter: {
    kind: 'quarter',
    cells: { week: 'quarter', month: 'year', year: 'oneYear', lastWeek: 'lastQuarter' },
    leastPast: 20,
    comparedYears: 10,
  },
}
