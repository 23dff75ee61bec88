import type { SeriesHistory } from '@/lib/analysis/history'
import { PERIOD_NAMES, type PeriodName } from '@/lib/analysis/periods'
import { type NamedReturns, namedReturns } from '@/lib/analysis/statistics/named-returns'
import type { Convention } from '@/lib/base/convention'
import { signOf } from '@/lib/base/format'
import type { SummaryRow } from '@/lib/report/model/report'

export interface WallSeries {
  row: SummaryRow
  /** Code of its family; `portfolios` for a portfolio. */
  family: string
  rebalance: 'weekly' | 'monthly'
  figures: NamedReturns
  history: SeriesHistory
  /** First day of its whole period, over which `figures.inception` is: its inception, or a later common day. */
  from: string
}

/** Figures of every series, by code. */
export function wallFigures(histories: readonly SeriesHistory[], convention: Convention): Map<string, NamedReturns> {
  return new Map(histories.map((history) => [history.code, namedReturns(history, history, convention)]))
}

export interface WallFilter {
  text?: string | undefined
  family?: string | undefined
  rebalance?: 'weekly' | 'monthly' | undefined
  /** "week-up": above zero over the week. */
  sign?: `${PeriodName}-${'up' | 'down'}` | undefined
}

/** Returns the series that match every filter; text matches names and codes in upper or lower case. */
export function filterWall(all: readonly WallSeries[], { text, family, rebalance, sign }: WallFilter): WallSeries[] {
  const wanted = text?.trim().toLowerCase() ?? ''
  return all.filter(
    (series) =>
      [series.row.name, series.row.shortName, series.row.code].some((name) => name.toLowerCase().includes(wanted)) &&
      (family === undefined || series.family === family) &&
      (rebalance === undefined || series.rebalance === rebalance) &&
      (sign === undefined || hasSign(series.figures, sign)),
  )
}

/** Sorts by a period, greatest or smallest first; series without the figure are last, equal ones keep their order. */
export function sortWall(all: readonly WallSeries[], by: PeriodName, isAscending: boolean): WallSeries[] {
  return [...all].sort((a, b) => {
    const [first, second] = [a.figures[by], b.figures[by]]
    if (first === null || second === null) return Number(first === null) - Number(second === null)
    return isAscending ? first - second : second - first
  })
}

function hasSign(figures: NamedReturns, sign: `${PeriodName}-${'up' | 'down'}`): boolean {
  return PERIOD_NAMES.some((name) => sign === `${name}-${signOf(figures[name])}`)
}
