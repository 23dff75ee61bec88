import type { Measure } from '@/lib/analysis/cell'
import type { PortfolioRow, SummaryRow } from '@/lib/report/model/report'
import type { SortColumn } from './table-view'

/** A row of table 1 or 2; those of portfolios have the risk of their excess. */
export type SortedRow = SummaryRow & Partial<Pick<PortfolioRow, 'risk'>>

/** Returns the value by which a column sorts and shades: a figure, a share or a name; null where the row has none. */
export function columnValue(row: SortedRow, column: SortColumn): number | string | null {
  return VALUES[column](row)
}

const VALUES: Record<SortColumn, (row: SortedRow) => number | string | null> = {
  name: ({ name }) => name,
  week: ({ primary }) => primary.week.value,
  percentile: ({ primary }) => primary.week.percentile,
  month: ({ primary }) => primary.month.value,
  year: ({ primary }) => primary.year.value,
  wins: ({ primary }) => winShare(primary),
  excessWeek: ({ longExcess }) => longExcess?.week.value ?? null,
  excessMonth: ({ longExcess }) => longExcess?.month.value ?? null,
  excessYear: ({ longExcess }) => longExcess?.year.value ?? null,
  excessWins: ({ longExcess }) => longExcess && winShare(longExcess),
  trackingError: ({ risk }) => risk?.trackingError ?? null,
  informationRatio: ({ risk }) => risk?.informationRatio ?? null,
  maximumDrawdown: ({ risk }) => risk?.maximumDrawdown ?? null,
  change: ({ standing }) => standing.change.value,
  quarter: ({ standing }) => standing.quarter.value,
  oneYear: ({ standing }) => standing.oneYear.value,
  drawdown: ({ standing }) => standing.drawdown.value,
  zScore: ({ standing }) => standing.zScore,
  streak: ({ standing }) => standing.streak,
  rankIc: ({ coefficients }) => coefficients?.rankIc ?? null,
  rankIcir: ({ coefficients }) => coefficients?.rankIcir ?? null,
  ic: ({ coefficients }) => coefficients?.ic ?? null,
  spark: ({ spark }) => spark.at(-1) ?? null,
}

function winShare({ winRate: { wins, periods } }: Measure): number | null {
  return periods === 0 ? null : wins / periods
}
