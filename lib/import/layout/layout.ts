import type { ReturnKind } from '@/lib/catalogue/series-kinds'
import type { SourceRow } from '@/lib/import/read/source-table'

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

/** A column that the table has. */
export interface PresentLeg extends LegColumn {
  place: number
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
  /** null for an optional leg that the table leaves out. */
  place: number | null
  /** Whether the header says that its values are percentages: "long(%)". */
  isPercent: boolean
}

/** The columns of a group that the table has. */
export function presentLegs({ legs }: SeriesGroup): PresentLeg[] {
  return legs.flatMap((leg) => (leg.place === null ? [] : [{ ...leg, place: leg.place }]))
}

/** A name of the header, and whether a percent sign followed it. */
export interface ColumnName {
  name: string
  isPercent: boolean
}
