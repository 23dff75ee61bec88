import { decimalYear } from '@/lib/base/dates'

/**
 * Returns the index of the nearest day to a position on the time axis.
 * @param dates ISO dates, ascending; at least one.
 * @param x in decimal years; beyond the ends, the first or last day is returned.
 */
export function dayAt(dates: readonly string[], x: number): number {
  let [low, high] = [0, dates.length - 1]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (yearAt(dates, middle) < x) low = middle + 1
    else high = middle
  }
  return low > 0 && x - yearAt(dates, low - 1) < yearAt(dates, low) - x ? low - 1 : low
}

function yearAt(dates: readonly string[], index: number): number {
  const date = dates[index]
  if (date === undefined) throw new RangeError(`no date at ${index} of ${dates.length}`)
  return decimalYear(date)
}
