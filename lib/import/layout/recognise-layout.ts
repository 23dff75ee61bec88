import { columnsOf, KINDS, optionalColumns, RETURN_KINDS, type ReturnKind } from '@/lib/catalogue/series-kinds'
import type { FaultLog } from '@/lib/import/outcome/fault'
import { columnPosition } from '@/lib/import/read/column-position'
import type { SourceRow, SourceTable } from '@/lib/import/read/source-table'
import { readNames } from './column-names'
import { longKindOf, remedyForHeader } from './find-header'
import type { ColumnName, Layout } from './layout'
import { cutAtEdge } from './table-edge'
import { isTidy, recogniseTidy } from './tidy-layout'
import { joinHeaderRows, recogniseWide, wideKindOf } from './wide-layout'

/** Recognises a table by its header. Columns may have any order. Returns null with faults for an unknown header. */
export function recogniseLayout(table: SourceTable, faults: FaultLog): Layout | null {
  const joined = joinHeaderRows(table)
  const names = readNames(joined.header.cells)
  if (isTidy(names)) return recogniseTidyTable(joined, table, faults)
  const long = longKindOf(names)
  const kind = long ?? wideKindOf(names)
  if (kind === null) return refuseLayout(table, faults)
  const { header, rows } = cutAtEdge(joined, faults)
  const columns = readNames(header.cells)
  if (long !== null) return recogniseLong({ header, columns, rows, kind, faults })
  const wide = recogniseWide({ line: header.line, columns, kind, faults })
  return wide && { ...wide, line: header.line, width: columns.length, parts: [], rows }
}

function recogniseTidyTable(joined: Rows, table: SourceTable, faults: FaultLog): Layout | null {
  const { header, rows } = cutAtEdge(joined, faults)
  const before = faults.count
  const layout = recogniseTidy({ header, columns: readNames(header.cells), rows, faults })
  return layout === null && faults.count === before ? refuseLayout(table, faults) : layout
}

type Rows = Pick<SourceTable, 'header' | 'rows'>

interface Long {
  header: SourceRow
  columns: ColumnName[]
  rows: SourceRow[]
  kind: ReturnKind
  faults: FaultLog
}

function recogniseLong({ header, columns, rows, kind, faults }: Long): Layout | null {
  const names = columns.map(({ name }) => name.toLowerCase())
  const before = faults.count
  reportUnexpected(names, kind, header.line, faults)
  reportMissing(names, kind, header.line, faults)
  if (faults.count > before) return null
  const legs = RETURN_KINDS[kind].legs.map(({ column }) => {
    const columnIndex = positionOf(names, column)
    const { written, name, isPercent = false } = columns[columnIndex ?? -1] ?? {}
    return { column: written === name || !written ? column : written, columnIndex, isPercent }
  })
  const groups = [{ series: { columnIndex: names.indexOf('series') }, legs }]
  const parts = (RETURN_KINDS[kind].parts ?? []).map((column) => ({ column, columnIndex: positionOf(names, column) }))
  return { kind, line: header.line, width: names.length, date: names.indexOf('date'), parts, groups, rows }
}

/** Returns the position of a column; null when there is none. */
function positionOf(names: string[], column: string): number | null {
  const index = names.indexOf(column)
  return index === -1 ? null : index
}

function refuseLayout(table: SourceTable, faults: FaultLog): null {
  const { line, cells } = table.header
  const lists = KINDS.map(listColumns)
  const names = `Name the columns ${lists.slice(0, -1).join('; ')}; or ${lists.at(-1)}; or date and a column for each series and leg, such as skewness.long.`
  faults.add({ row: line, value: cells.join(), rule: 'unknown-layout', remedy: remedyForHeader(table, names) })
  return null
}

function reportUnexpected(names: string[], kind: ReturnKind, row: number, faults: FaultLog): void {
  for (const [index, column] of names.entries()) {
    if (!columnsOf(kind).includes(column)) {
      const name = column || columnPosition(index)
      faults.add({
        row,
        column: name,
        rule: 'unknown-column',
        remedy: `Remove it; the columns are ${listColumns(kind)}.`,
      })
    } else if (names.indexOf(column) < index) {
      faults.add({ row, column, rule: 'duplicate-column', remedy: 'Keep one of the two.' })
    }
  }
}

function reportMissing(names: string[], kind: ReturnKind, row: number, faults: FaultLog): void {
  for (const column of columnsOf(kind)) {
    if (names.includes(column) || optionalColumns(kind).includes(column)) continue
    faults.add({ row, column, rule: 'missing-column', remedy: `Add it; the columns are ${listColumns(kind)}.` })
  }
}

function listColumns(kind: ReturnKind): string {
  return columnsOf(kind).join(', ')
}
