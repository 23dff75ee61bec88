/** Finds the row of a table that is its header. */

import { KINDS, RETURN_KINDS, type ReturnKind } from '@/lib/catalogue/series-kinds'
import type { SourceTable } from '@/lib/import/read/source-table'
import { sectionOf } from './catalogue-header'
import { readNames } from './column-names'
import type { ColumnName } from './layout'
import { isTidy } from './tidy-layout'
import { joinHeaderRows, wideKindOf } from './wide-layout'

/** The header is searched in the first rows, below a title and notes. */
const SEARCHED_ROWS = 10

/** Returns the kind of a long table with these columns; null when no column identifies it. */
export function longKindOf(columns: ColumnName[]): ReturnKind | null {
  const names = columns.map(({ name }) => name.toLowerCase())
  return KINDS.find((kind) => RETURN_KINDS[kind].own.some((column) => names.includes(column))) ?? null
}

/** Returns whether the columns identify a kind of returns or a section of the catalogue. */
export function hasHeader(table: SourceTable): boolean {
  const columns = readNames(joinHeaderRows(table).header.cells)
  return longKindOf(columns) !== null || wideKindOf(columns) !== null || isTidy(columns) || sectionOf(table) !== null
}

/**
 * Returns the remedy for a table whose first row is no header.
 * @param otherwise the advice when no later row looks like a header
 */
export function remedyForHeader(table: SourceTable, otherwise: string): string {
  const { sheet, header } = table
  const expected = `The header is expected in row ${header.line}${sheet === null ? '' : ` of sheet ${sheet}`}`
  const line = laterHeader(table)
  if (line !== null) return `${expected}; row ${line} looks like the header: remove the rows above it.`
  return `${expected}${sheet === null ? '' : '; remove the worksheet if it is not a table'}. ${otherwise}`
}

function laterHeader({ sheet, rows }: SourceTable): number | null {
  const found = rows
    .slice(0, SEARCHED_ROWS - 1)
    .find((header, index) => hasHeader({ sheet, header, rows: rows.slice(index + 1, index + 3) }))
  return found?.line ?? null
}
