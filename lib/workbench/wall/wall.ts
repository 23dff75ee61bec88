import type { WallParameters } from '@/lib/address/parameters/wall-parameters'
import type { SeriesKind } from '@/lib/analysis/history'
import { PERIOD_NAMES, type PeriodName } from '@/lib/analysis/periods'
import type { NamedReturns } from '@/lib/analysis/statistics/named-returns'
import { signOf } from '@/lib/base/format'
import type { SummaryRow } from '@/lib/report/model/report'
import { hasText } from '@/lib/workbench/has-text'

/** What a series is filtered by and ordered by, without any of its returns. */
export interface WallEntry extends Pick<SummaryRow, 'code' | 'name' | 'shortName'> {
  kind: SeriesKind
  /** Code of its family; `portfolios` for a portfolio. */
  family: string
  rebalance: 'weekly' | 'monthly'
  /** First trading day with returns, ISO date. */
  inception: string
  /** Last day on which it has returns; null while it goes on. */
  ended: string | null
}

/** A series with the figures by which series are chosen and sorted. */
export interface FiguredEntry extends WallEntry, Pick<SummaryRow, 'spark'> {
  figures: NamedReturns
  /** First day of its whole period, over which `figures.inception` is: its inception, or a later common day. */
  from: string
}

/** A series of the page, with its row of the report. */
export interface WallSeries extends WallEntry {
  row: SummaryRow
  /** null when the series are neither chosen nor sorted by figures. */
  figures: NamedReturns | null
}

export interface WallFilter {
  text?: string | undefined
  family?: string | undefined
  rebalance?: 'weekly' | 'monthly' | undefined
}

/** Returns the series that match every filter; text matches names and codes in upper or lower case. */
export function filterWall<Entry extends WallEntry>(
  all: readonly Entry[],
  { text, family, rebalance }: WallFilter,
): Entry[] {
  return all.filter(
    (entry) =>
      (text === undefined || hasText(entry, text)) &&
      (family === undefined || entry.family === family) &&
      (rebalance === undefined || entry.rebalance === rebalance),
  )
}

/** Returns the series above or below zero over a period, as in "week-up"; all without a sign. */
export function withSign<Entry extends Pick<FiguredEntry, 'figures'>>(
  all: readonly Entry[],
  sign: WallParameters['sign'],
): Entry[] {
  return all.filter(
    ({ figures }) => sign === undefined || PERIOD_NAMES.some((name) => sign === `${name}-${signOf(figures[name])}`),
  )
}

/** Sorts by a period, greatest or smallest first; series without the figure are last, equal ones keep their order. */
export function sortWall<Entry extends Pick<FiguredEntry, 'figures'>>(
  all: readonly Entry[],
  by: PeriodName,
  isAscending: boolean,
): Entry[] {
  return [...all].sort((a, b) => {
    const [first, second] = [a.figures[by], b.figures[by]]
    if (first === null || second === null) return Number(first === null) - Number(second === null)
    return isAscending ? first - second : second - first
  })
}
