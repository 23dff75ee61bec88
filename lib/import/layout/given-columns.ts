/** Gives columns of a table the meanings that a person named. */
import type { GivenColumn } from '@/lib/import/outcome/given-column'
import type { SourceTable } from '@/lib/import/read/source-table'

/** Returns a table whose header has the given names, without the columns that are left out. */
export function withGivenColumns(table: SourceTable, given: readonly GivenColumn[]): SourceTable {
  const names = new Map(given.map(({ column, as }) => [column, as]))
  const { header, rows } = table
  if (!header.cells.some((cell) => names.has(cell))) return table
  const isKept = header.cells.map((cell) => names.get(cell) !== '')
  const kept = (cells: string[]) => cells.filter((_, index) => isKept[index] ?? true)
  return {
    ...table,
    header: { ...header, cells: kept(header.cells).map((cell) => names.get(cell) ?? cell) },
    rows: rows.map((row) => ({ ...row, cells: kept(row.cells) })),
  }
}

/**
 * Returns what the names of the files of one source have in common: "Returns-2024-08-30.xlsx" → "returns-#.xlsx".
 * Runs of digits, with the signs between them, are the date or the number of a file.
 */
export function sourceOf(name: string): string {
  return name.toLowerCase().replace(/\d+(?:[-_. ]?\d+)*/g, '#')
}
