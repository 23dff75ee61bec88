import { decimalYear } from '@/lib/base/dates'

/**
 * The index of the day that is nearest to a place on the time axis.
 * @param dates ISO dates, ascending; at least one.
 * @param x in decimal years; beyond the ends the first or last day.
 */
export function dayAt(dates: readonly string[], x: number): number {
  let [low, high] = [0, dates.length - 1]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (place(dates, middle) < x) low = middle + 1
    else high = middle
  }
  return low > 0 && x - place(dates, low - 1) < place(dates, low) - x ? low - 1 : low
}

function place(dates: readonly string[], index: number): number {
  const date = dates[index]
  if (date === undefined) throw new RangeError(`no date at ${index} of ${dates.length}`)
  return decimalYear(date)
}
