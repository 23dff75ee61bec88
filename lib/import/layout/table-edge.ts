/** Finds the right edge of a table: the last name of its header. */

import type { FaultLog } from '@/lib/import/outcome/fault'
import { columnPosition } from '@/lib/import/read/column-position'
import type { SourceRow } from '@/lib/import/read/source-table'

interface Table {
  header: SourceRow
  rows: SourceRow[]
}

/** Returns the cells up to the last one that is not blank. */
export function withoutBlankEnd(cells: string[]): string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1)
}

/**
 * Removes the blank cells beyond the last name of the header. Other cells there are faults, one for each column. A row
 * of a text file that is longer than the header line keeps its length: its cell count is reported later.
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
  /** Indexes of the columns that have been reported. */
  reported: Set<number>
  faults: FaultLog
}

function cutRow({ line, cells }: SourceRow, { width, columnsMax, reported, faults }: Edge): string[] {
  const end = cells.findLastIndex((cell) => cell !== '') + 1
  if (end > columnsMax) return cells
  for (let index = width; index < end; index += 1) {
    const value = cells[index] ?? ''
    if (value === '' || reported.has(index)) continue
    reported.add(index)
    const column = columnPosition(index)
    const remedy = `Clear ${column}, or name it in the header; the table ends at ${columnPosition(width - 1)}.`
    faults.add({ row: line, column, value, rule: 'outside-table', remedy })
  }
  return cells.slice(0, width)
}
