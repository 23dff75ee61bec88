/**
 * A table of text from a file, before its meaning is known. A reader turns bytes into tables; all later steps
 * (recognise-layout, check-rows, the catalogue) are the same for every format. A new format needs only a new reader.
 */
export interface SourceTable {
  /** Name of the sheet of a workbook; null for any other file. */
  sheet: string | null
  header: SourceRow
  rows: SourceRow[]
}

export interface SourceRow {
  /** Line in the file, or row of the sheet, from 1. */
  line: number
  /** Numbers as JavaScript writes them, dates as YYYY-MM-DD, cells of a per cent format with a percent sign. */
  cells: string[]
  /** The line of each cell, for a row that was put together from several lines. */
  cellLines?: number[]
}
