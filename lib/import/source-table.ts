/**
 * A file as a table of text, before anything is known of what it means. A reader turns bytes into this; all that comes
 * after it (recognise-columns, check-rows, write-returns) is the same for every format. A new format is a new reader.
 */
export interface SourceTable {
  header: SourceRow
  rows: SourceRow[]
}

export interface SourceRow {
  /** Line in the file, from 1. */
  line: number
  cells: string[]
}
