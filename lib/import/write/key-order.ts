import type { DailyColumns } from '@/lib/import/layout/daily-columns'

/**
 * Returns the positions of the rows by series, then by date; rows of the same series and date keep their order. Rows are put
 * to their series by counting, and sorted only where a series has no order of dates, which files seldom lack.
 * @param sorted the positions of the series, in the order wanted
 */
export function keyOrder({ series, days }: DailyColumns, sorted: readonly number[]): Uint32Array {
  const counts = new Uint32Array(sorted.length)
  for (const own of series) counts[own] = (counts[own] ?? 0) + 1
  const next = new Uint32Array(sorted.length)
  let place = 0
  for (const own of sorted) {
    next[own] = place
    place += counts[own] ?? 0
  }
  const order = new Uint32Array(series.length)
  for (let row = 0; row < series.length; row += 1) {
    const own = series[row] ?? 0
    order[next[own] ?? 0] = row
    next[own] = (next[own] ?? 0) + 1
  }
  let start = 0
  for (const own of sorted) {
    sortByDate(order.subarray(start, next[own]), days)
    start = next[own] ?? 0
  }
  return order
}

function sortByDate(rows: Uint32Array, days: Int32Array): void {
  const dayOf = (row: number) => days[row] ?? 0
  const isSorted = rows.every((row, at) => at === 0 || dayOf(rows[at - 1] ?? 0) <= dayOf(row))
  if (!isSorted) rows.sort((one, other) => dayOf(one) - dayOf(other) || one - other)
}
