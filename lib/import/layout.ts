import type { ReturnKind } from '@/lib/import/return-kinds'
import type { SourceRow } from '@/lib/import/source-table'

/** What a table holds, and at which place of a row each of its parts stands. */
export interface Layout {
  kind: ReturnKind
  /** Line of the header. */
  line: number
  /** How many cells a row has. */
  width: number
  date: number
  /** One for a long table, whose rows name their series; in a wide one, one for each series. */
  groups: SeriesGroup[]
  /** The rows below the header. */
  rows: SourceRow[]
}

export interface SeriesGroup {
  /** Where a row names the series, or its code when the columns do. */
  series: { place: number } | { code: string }
  /** In the order of the kind's legs. */
  legs: LegColumn[]
}

export interface LegColumn {
  /** Name of the column, without a percent sign. */
  column: string
  place: number
  /** Whether the header says that its values are percentages: "long(%)". */
  isPercent: boolean
}

/** A name of the header, and whether a percent sign followed it. */
export interface ColumnName {
  name: string
  isPercent: boolean
}
