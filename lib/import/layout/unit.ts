import { RETURN_KINDS } from '@/lib/catalogue/series-kinds'
import type { FaultLog } from '@/lib/import/outcome/fault'
import type { SourceRow } from '@/lib/import/read/source-table'
import { type Layout, type PresentLeg, presentLegs } from './layout'
import { asciiForm } from './written-number'

export const UNITS = ['percent', 'decimal'] as const

/** How the values of a file are written: 1.09, with or without a percent sign, or 0.0109. */
export type Unit = (typeof UNITS)[number]

/** The source that marks values as percentages: the declaration of the user, the column names, or the cells. */
export type PercentSource = 'declaration' | 'columns' | 'cells'

/**
 * Finds what marks the values as percentages: the declaration, or percent signs in the header or the cells. Returns
 * null for decimal fractions. Zeros need no sign. It is a fault when only some values have a sign, or when signs
 * contradict the declaration. The declared unit applies to returns and contributions, not to coefficients.
 */
export function recognisePercent(layout: Layout, declaredUnit: Unit | null, faults: FaultLog): PercentSource | null {
  const declared = RETURN_KINDS[layout.kind].values === 'correlations' ? null : declaredUnit
  const legs = layout.groups.flatMap(presentLegs)
  if (legs.some(({ isPercent }) => isPercent)) {
    reportHeader(layout, declared, legs, faults)
    return 'columns'
  }
  if (declared === 'percent') return 'declaration'
  const cells = { signed: 0, bare: 0 }
  for (const row of layout.rows) {
    for (const { columnIndex } of legs) countCell(row.cells[columnIndex] ?? '', cells)
  }
  if (cells.signed === 0) return null
  if (cells.bare === 0 && declared === null) return 'cells'
  const minority = declared === 'decimal' || cells.signed <= cells.bare ? 'signed' : 'bare'
  const remedy = remedyForCells(layout, declared)
  for (const row of layout.rows) reportCells(row, legs, { minority, remedy, faults })
  return minority === 'signed' ? null : 'cells'
}

function reportHeader({ line }: Layout, declared: Unit | null, legs: PresentLeg[], faults: FaultLog): void {
  for (const { column, isPercent } of legs) {
    const remedy =
      declared === 'decimal'
        ? 'Remove either the declared unit or the percent signs.'
        : 'Mark all columns of returns with a percent sign, or none.'
    if (isPercent === (declared === 'decimal')) faults.add({ row: line, column, rule: 'mixed-units', remedy })
  }
}

type CellMark = 'signed' | 'bare'

/** Returns null for a cell that does not show the unit: empty, zero or text. */
function markOf(cell: string): CellMark | null {
  const number = Number(cell)
  if (!Number.isNaN(number)) return number === 0 ? null : 'bare'
  const text = asciiForm(cell)
  if (text.endsWith('%')) return 'signed'
  return text !== cell && Number(text) !== 0 && !Number.isNaN(Number(text)) ? 'bare' : null
}

function countCell(cell: string, counts: Record<CellMark, number>): void {
  const mark = markOf(cell)
  if (mark !== null) counts[mark] += 1
}

function remedyForCells({ kind }: Layout, declared: Unit | null): string {
  if (declared === 'decimal') return 'Remove either the declared unit or the percent signs.'
  const { values } = RETURN_KINDS[kind]
  return values === 'correlations'
    ? 'Write all coefficients with a percent sign, or none.'
    : `Write all ${values} with a percent sign, or none; or declare the unit.`
}

interface Mixture {
  minority: CellMark
  remedy: string
  faults: FaultLog
}

function reportCells(
  { line, cells, cellLines }: SourceRow,
  legs: PresentLeg[],
  { minority, remedy, faults }: Mixture,
): void {
  for (const { column, columnIndex } of legs) {
    const value = cells[columnIndex] ?? ''
    if (markOf(value) === minority)
      faults.add({ row: cellLines?.[columnIndex] ?? line, column, value, rule: 'mixed-units', remedy })
  }
}
