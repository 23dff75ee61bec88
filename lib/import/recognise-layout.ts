import type { FaultLog } from '@/lib/import/fault'
import type { ColumnName, Layout } from '@/lib/import/layout'
import { columnsOf, KINDS, optionalColumns, RETURN_KINDS, type ReturnKind } from '@/lib/import/return-kinds'
import type { SourceRow, SourceTable } from '@/lib/import/source-table'
import { PERCENT_MARK } from '@/lib/import/unit'
import { joinHeaderRows, recogniseWide } from '@/lib/import/wide-layout'

/** Tells from the header what a table holds. Columns may stand in any order. null with faults otherwise. */
export function recogniseLayout(table: SourceTable, faults: FaultLog): Layout | null {
  const { header, rows } = joinHeaderRows(table)
  const columns = header.cells.map(readName)
  const names = columns.map(({ name }) => name.toLowerCase())
  const kind = kindOf(names)
  if (kind !== null || names.includes('series')) return recogniseLong({ header, columns, rows, kind, faults })
  const wide = recogniseWide({ line: header.line, columns, faults })
  if (wide === 'unknown') return refuseLayout(header, faults)
  return wide === null ? null : { ...wide, line: header.line, width: columns.length, rows }
}

/** "Long (%)" → Long, which is in percentages. */
function readName(cell: string): ColumnName {
  return { name: cell.replace(PERCENT_MARK, ''), isPercent: PERCENT_MARK.test(cell) }
}

function kindOf(names: string[]): ReturnKind | null {
  return KINDS.find((kind) => RETURN_KINDS[kind].own.some((column) => names.includes(column))) ?? null
}

interface Long {
  header: SourceRow
  columns: ColumnName[]
  rows: SourceRow[]
  kind: ReturnKind | null
  faults: FaultLog
}

function recogniseLong({ header, columns, rows, kind, faults }: Long): Layout | null {
  if (kind === null) return refuseLayout(header, faults)
  const names = columns.map(({ name }) => name.toLowerCase())
  const before = faults.count
  reportUnexpected(names, kind, header.line, faults)
  reportMissing(names, kind, header.line, faults)
  if (faults.count > before) return null
  const legs = RETURN_KINDS[kind].legs.map(({ column }) => {
    const place = names.indexOf(column)
    return { column, place: place === -1 ? null : place, isPercent: columns[place]?.isPercent ?? false }
  })
  const groups = [{ series: { place: names.indexOf('series') }, legs }]
  return { kind, line: header.line, width: names.length, date: names.indexOf('date'), groups, rows }
}

function refuseLayout(header: SourceRow, faults: FaultLog): null {
  const lists = KINDS.map(listColumns)
  const remedy = `Name the columns ${lists.slice(0, -1).join('; ')}; or ${lists.at(-1)}; or date and a column for each series and leg, such as skewness.long.`
  faults.add({ row: header.line, value: header.cells.join(), rule: 'unknown-layout', remedy })
  return null
}

function reportUnexpected(names: string[], kind: ReturnKind, row: number, faults: FaultLog): void {
  for (const [place, column] of names.entries()) {
    if (!columnsOf(kind).includes(column)) {
      faults.add({ row, column, rule: 'unknown-column', remedy: `Remove it; the columns are ${listColumns(kind)}.` })
    } else if (names.indexOf(column) < place) {
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
