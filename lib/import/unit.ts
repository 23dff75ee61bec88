import type { FaultLog } from '@/lib/import/fault'
import { type Layout, type PresentLeg, presentLegs } from '@/lib/import/layout'
import type { SourceRow } from '@/lib/import/source-table'

export const UNITS = ['percent', 'decimal'] as const

/** How the values of a file are written: 1.09, with or without a percent sign, or 0.0109. */
export type Unit = (typeof UNITS)[number]

/** The percent sign after a column's name: "long(%)", "long %". */
export const PERCENT_MARK = /\s*(?:[(（]\s*[%％]\s*[)）]|[%％])$/

/** Does the cell end in a percent sign? Then it is a percentage, whatever the file. */
function hasPercentSign(cell: string): boolean {
  return cell.endsWith('%') || cell.endsWith('％')
}

/**
 * The unit that is declared, or marked in the header, or in the cells: all of them, or none. Zeros need no mark.
 * A fault when some of them are marked and others are not, or when the marks contradict what is declared.
 */
export function recogniseUnit(layout: Layout, declared: Unit | null, faults: FaultLog): Unit {
  const legs = layout.groups.flatMap(presentLegs)
  const marked = legs.filter(({ isPercent }) => isPercent)
  if (marked.length > 0) return unitOfHeader(layout, declared, legs, faults)
  if (declared === 'percent') return 'percent'
  const cells = { signed: 0, bare: 0 }
  for (const row of layout.rows) {
    for (const { place } of legs) countCell(row.cells[place] ?? '', cells)
  }
  if (cells.signed === 0) return 'decimal'
  if (cells.bare === 0 && declared === null) return 'percent'
  const minority = declared === 'decimal' || cells.signed <= cells.bare ? 'signed' : 'bare'
  for (const row of layout.rows) reportCells(row, legs, { minority, declared, faults })
  return minority === 'signed' ? 'decimal' : 'percent'
}

function unitOfHeader({ line }: Layout, declared: Unit | null, legs: PresentLeg[], faults: FaultLog): Unit {
  for (const { column, isPercent } of legs) {
    const remedy =
      declared === 'decimal'
        ? 'Leave the declared unit out, or the percent sign.'
        : 'Mark all columns of returns with a percent sign, or none.'
    if (isPercent === (declared === 'decimal')) faults.add({ row: line, column, rule: 'mixed-units', remedy })
  }
  return 'percent'
}

type CellMark = 'signed' | 'bare'

/** null for a cell that says nothing of the unit: an empty one, a zero, a text. */
function markOf(cell: string): CellMark | null {
  if (hasPercentSign(cell)) return 'signed'
  return cell === '' || Number(cell) === 0 || Number.isNaN(Number(cell)) ? null : 'bare'
}

function countCell(cell: string, counts: Record<CellMark, number>): void {
  const mark = markOf(cell)
  if (mark !== null) counts[mark] += 1
}

interface Mixture {
  minority: CellMark
  declared: Unit | null
  faults: FaultLog
}

function reportCells({ line, cells }: SourceRow, legs: PresentLeg[], { minority, declared, faults }: Mixture): void {
  const remedy =
    declared === 'decimal'
      ? 'Leave the declared unit out, or the percent sign.'
      : 'Write all returns with a percent sign, or none; or declare the unit.'
  for (const { column, place } of legs) {
    const value = cells[place] ?? ''
    if (markOf(value) === minority) faults.add({ row: line, column, value, rule: 'mixed-units', remedy })
  }
}
