/** Where a table ends on the right: below the last name of its header. */

import type { FaultLog } from '@/lib/import/outcome/fault'
import { columnPosition } from '@/lib/import/read/column-position'
import type { SourceRow } from '@/lib/import/read/source-table'

interface Table {
  header: SourceRow
  rows: SourceRow[]
}

/** The cells up to the last one that is not blank. */
export function withoutBlankEnd(cells: string[]): string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1)
}

/**
 * The table without the blank cells beyond its last name. Other cells there are faults, one for each column. A row of
 * text with more cells than its header has, even unnamed ones, stays as long as it is: it says what is wrong with it.
 */
export function cutAtEdge({ header, rows }: Table, faults: FaultLog): Table {
  const names = withoutBlankEnd(header.cells)
  const columnsMax = faults.sheet === null ? header.cells.length : Number.POSITIVE_INFINITY
  const reported = new Set<number>()
  for (const row of rows) {
    if (row.cells.length > names.length) row.cells = cutRow(row, { width: names.length, columnsMax, reported, faults })
  }
  return { header: { line: header.line, cells: names }, rows }
}

interface Edge {
  width: number
  columnsMax: number
  /** Places of the columns that are known to hold something. */
  reported: Set<number>
  faults: FaultLog
}

function cutRow({ line, cells }: SourceRow, { width, columnsMax, reported, faults }: Edge): string[] {
  const end = cells.findLastIndex((cell) => cell !== '') + 1
  if (end > columnsMax) return cells
  for (let place = width; place < end; place += 1) {
    const value = cells[place] ?? ''
    if (value === '' || reported.has(place)) continue
    reported.add(place)
    const column = columnPosition(place)
    const remedy = `Clear ${column}, or name it in the header; the table ends at ${columnPosition(width - 1)}.`
    faults.add({ row: line, column, value, rule: 'outside-table', remedy })
  }
  return cells.slice(0, width)
}
