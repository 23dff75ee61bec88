import type { WindowKind } from '@/lib/base/window-kind'
import type { SummaryRow } from '@/lib/report/model/report'
import { columnValue } from './column-value'
import { isCoefficient, OPTIONAL_COLUMNS, type OptionalColumn } from './table-view'

/**
 * Returns the columns for the menu of table 1. A column of coefficients is offered when a row has a value in it; a shown
 * one always, so that it can be removed.
 */
export function offeredColumns(
  rows: readonly SummaryRow[],
  shown: readonly OptionalColumn[],
  window: WindowKind = 'week',
): OptionalColumn[] {
  const hasValue = (column: OptionalColumn) => rows.some((row) => columnValue(row, column) !== null)
  return OPTIONAL_COLUMNS.filter((column) => !WINDOW_COLUMNS[window].includes(column)).filter(
    (column) => !isCoefficient(column) || shown.includes(column) || hasValue(column),
  )
}

/** Optional columns that are windows of the tables of an issue already. */
export const WINDOW_COLUMNS: Record<WindowKind, readonly OptionalColumn[]> = {
  week: [],
  month: ['quarter'],
  quarter: ['quarter', 'oneYear'],
}
