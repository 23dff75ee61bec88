/** Which row of a table is its header. */

import { KINDS, RETURN_KINDS, type ReturnKind } from '@/lib/catalogue/series-kinds'
import type { SourceTable } from '@/lib/import/read/source-table'
import { sectionOf } from './catalogue-header'
import type { ColumnName } from './layout'
import { PERCENT_MARK } from './unit'
import { joinHeaderRows, wideKindOf } from './wide-layout'

/** As far down as a title and notes above a table may reach. */
const SOUGHT_ROWS = 10

/** The names of the columns: "Long (%)" → Long, which is in percentages. */
export function readNames(cells: string[]): ColumnName[] {
  return cells.map((cell) => ({ name: cell.replace(PERCENT_MARK, ''), isPercent: PERCENT_MARK.test(cell) }))
}

/** The kind of a long table that has these columns; null when none of them tells it. */
export function longKindOf(columns: ColumnName[]): ReturnKind | null {
  const names = columns.map(({ name }) => name.toLowerCase())
  return KINDS.find((kind) => RETURN_KINDS[kind].own.some((column) => names.includes(column))) ?? null
}

/** Do the columns tell what the table holds, returns of a kind or a section of the catalogue? */
export function hasHeader(table: SourceTable): boolean {
  const columns = readNames(joinHeaderRows(table).header.cells)
  return longKindOf(columns) !== null || wideKindOf(columns) !== null || sectionOf(table) !== null
}

/**
 * What to do about a table that has no header where it is sought.
 * @param otherwise the advice where none of the next rows looks like one
 */
export function remedyForHeader(table: SourceTable, otherwise: string): string {
  const { sheet, header } = table
  const sought = `The header is sought in row ${header.line}${sheet === null ? '' : ` of sheet ${sheet}`}`
  const line = laterHeader(table)
  if (line !== null) return `${sought}; row ${line} looks like the header: remove the rows above it.`
  return `${sought}${sheet === null ? '' : '; remove the worksheet if it is not a table'}. ${otherwise}`
}

function laterHeader({ sheet, rows }: SourceTable): number | null {
  const found = rows
    .slice(0, SOUGHT_ROWS - 1)
    .find((header, place) => hasHeader({ sheet, header, rows: rows.slice(place + 1, place + 3) }))
  return found?.line ?? null
}
