import type { ReturnKind } from '@/lib/catalogue/series-kinds'
import type { SourceRow } from '@/lib/import/read/source-table'

/** What a table holds, and in which column, from 0, each of its parts is. */
export interface Layout {
  kind: ReturnKind
  /** Line of the header. */
  line: number
  /** How many cells a row has. */
  width: number
  /** Index of the date column. */
  date: number
  /** The columns that name a part of a row; empty for a kind without parts. The second may be left out of the table. */
  parts: PartColumn[]
  /** One for a long table, whose rows name their series; one for each series in a wide table. */
  groups: SeriesGroup[]
  /** The rows below the header. */
  rows: SourceRow[]
}

/** A column that names a part of a row: a group, or a component. */
interface PartColumn {
  column: string
  /** From 0; null when the table leaves the column out. */
  columnIndex: number | null
}

/** A column that the table has. */
export interface PresentLeg extends LegColumn {
  columnIndex: number
}

export interface SeriesGroup {
  /** The column that names the series, or its code when the column names contain it. */
  series: { columnIndex: number } | { code: string }
  /** In the order of the kind's legs. */
  legs: LegColumn[]
}

export interface LegColumn {
  /** Name of the column, without a percent sign. */
  column: string
  /** From 0; null for an optional leg that the table leaves out. */
  columnIndex: number | null
  /** Whether the header says that its values are percentages: "long(%)". */
  isPercent: boolean
}

/** Returns the columns of a group that the table has. */
export function presentLegs({ legs }: SeriesGroup): PresentLeg[] {
  return legs.flatMap((leg) => (leg.columnIndex === null ? [] : [{ ...leg, columnIndex: leg.columnIndex }]))
}

/** A name of the header, and whether it has a percent sign. */
export interface ColumnName {
  name: string
  /** The name as the file writes it, without a percent sign. */
  written: string
  isPercent: boolean
}
