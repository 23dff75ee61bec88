import { correlation } from './correlation'

/**
 * How did the correlation of two series change?
 * @param a, b values of the same periods, oldest first, the same length n
 * @param length periods of each window, at least 3
 * @returns n values, the window that ends with that period; null before the first whole window, while a window has a
 *   period missing in either, and where one of them does not move
 * @throws RangeError when the lengths differ or `length` is not an integer of at least 3
 * @example rollingCorrelation([1, 2, 3], [3, 2, 1], 3) // [null, null, -1]
 */
export function rollingCorrelation(
  a: readonly (number | null)[],
  b: readonly (number | null)[],
  length: number,
): (number | null)[] {
  if (a.length !== b.length) throw new RangeError(`series of ${a.length} and ${b.length} periods cannot be compared`)
  if (!Number.isInteger(length) || length < 3) throw new RangeError(`a window of ${length} periods has no correlation`)
  let lastGap = -1
  return a.map((value, period) => {
    if (value === null || b[period] === null) lastGap = period
    const start = period + 1 - length
    if (start < 0 || lastGap >= start) return null
    return correlation(a.slice(start, period + 1), b.slice(start, period + 1))
  })
}
