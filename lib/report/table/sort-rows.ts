import type { Locale } from '@/lib/base/locale'
import { columnValue, type SortedRow } from './column-value'
import type { Sorting } from './table-view'

/**
 * Sorts rows of a table: rows without a value are last in both directions, equal ones keep the order of the report.
 * Names sort by their language, Chinese ones by pinyin.
 */
export function sortRows<Row extends SortedRow>(rows: Row[], sorting: Sorting | null, locale: Locale): Row[] {
  const inReportOrder = rows.toSorted((a, b) => a.number - b.number)
  if (!sorting) return inReportOrder
  const valued = inReportOrder.map((row) => ({ row, value: columnValue(row, sorting.column) }))
  const known = valued.filter(({ value }) => value !== null)
  const ascending = sorting.direction === 'asc' ? 1 : -1
  known.sort((a, b) => ascending * compare(a.value, b.value, locale))
  return [...known, ...valued.filter(({ value }) => value === null)].map(({ row }) => row)
}

type Value = ReturnType<typeof columnValue>

function compare(a: Value, b: Value, locale: Locale): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  return COLLATORS[locale].compare(String(a), String(b))
}

const COLLATORS: Record<Locale, Intl.Collator> = {
  zh: new Intl.Collator('zh-CN', { numeric: true }),
  en: new Intl.Collator('en', { numeric: true }),
}
