import type { FaultLog } from '@/lib/import/fault'
import { columnsOf, RETURN_KINDS, type ReturnKind } from '@/lib/import/return-kinds'
import type { SourceRow } from '@/lib/import/source-table'

/** What a file holds, and at which place of a row each of its columns stands. */
export interface RecognisedColumns {
  kind: ReturnKind
  /** How many cells a row has. */
  width: number
  date: number
  series: number
  /** In the order of the kind's legs. */
  legs: { column: string; place: number }[]
}

/** Tells from the header what a file holds. Columns may stand in any order and letter case. null with faults otherwise. */
export function recogniseColumns(header: SourceRow, faults: FaultLog): RecognisedColumns | null {
  const names = header.cells.map((cell) => cell.toLowerCase())
  const kind = kindOf(names)
  if (kind === null) {
    const remedy = `Name the columns ${listColumns('factor_returns')} or ${listColumns('portfolio_returns')}.`
    faults.add({ row: header.line, value: header.cells.join(), rule: 'unknown-layout', remedy })
    return null
  }
  const before = faults.count
  reportUnexpected(names, kind, header.line, faults)
  reportMissing(names, kind, header.line, faults)
  if (faults.count > before) return null
  const legs = RETURN_KINDS[kind].legs.map(({ column }) => ({ column, place: names.indexOf(column) }))
  return { kind, width: names.length, date: names.indexOf('date'), series: names.indexOf('series'), legs }
}

/** A factor has a long and a short leg; a column named portfolio is only in a file of portfolios. */
function kindOf(names: string[]): ReturnKind | null {
  if (names.includes('long') || names.includes('short')) return 'factor_returns'
  return names.includes('portfolio') ? 'portfolio_returns' : null
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
    if (names.includes(column)) continue
    faults.add({ row, column, rule: 'missing-column', remedy: `Add it; the columns are ${listColumns(kind)}.` })
  }
}

function listColumns(kind: ReturnKind): string {
  return columnsOf(kind).join(', ')
}
