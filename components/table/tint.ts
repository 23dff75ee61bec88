import type { CSSProperties } from 'react'
import type { SummaryRow } from '@/lib/report/model/report'
import { columnValue } from '@/lib/report/table/column-value'
import type { SortColumn } from '@/lib/report/table/table-view'

/** A figure's share of its column's largest, from −1 to 1; null when the figure is missing or tints are off. */
export type Tints = (row: SummaryRow, column: SortColumn) => number | null

export const NO_TINTS: Tints = () => null

/** Returns the tints; in each column the largest absolute value has the full tint. */
export function tintsOf(rows: SummaryRow[]): Tints {
  const largest = new Map<SortColumn, number>()
  return (row, column) => {
    const value = columnValue(row, column)
    if (typeof value !== 'number') return null
    const known = largest.get(column) ?? largestOf(rows, column)
    largest.set(column, known)
    return known === 0 ? 0 : value / known
  }
}

/** Returns class and strength of a tint; the style sheet mixes the colour of the sign. */
export function tintProps(tint: number | null): { className: string; style?: CSSProperties } {
  if (tint === null || tint === 0) return { className: '' }
  const style: CSSProperties & { '--tint': string } = { '--tint': Math.abs(tint).toFixed(2) }
  return { className: tint > 0 ? 'tint-up' : 'tint-down', style }
}

function largestOf(rows: SummaryRow[], column: SortColumn): number {
  const sizes = rows
    .map((row) => columnValue(row, column))
    .map((value) => (typeof value === 'number' ? Math.abs(value) : 0))
  return Math.max(0, ...sizes)
}
