import { correlation } from './correlation'

/**
 * Returns the correlation of two series over every window of a given length.
 * @param a, b values of the same periods, any unit, oldest first, the same length n; null where there is none
 * @param length periods of each window, an integer of at least 3
 * @returns n coefficients from −1 to 1, each of the window that ends with that period; null before the first whole
 *   window, for a window with a gap in either series, and where either is constant
 * @throws RangeError when the lengths differ or `length` is not an integer of at least 3
 * @see pandas, Series.rolling(length).corr
 * @see K. Pearson, Note on Regression and Inheritance in the Case of Two Parents, Proc. Royal Society of London 58 (1895)
 * @example rollingCorrelation([1, 2, 3], [3, 2, 1], 3) // [null, null, -1]
 */
export function rollingCorrelation(
  a: readonly (number | null)[],
  b: readonly (number | null)[],
  length: number,
): (number | null)[] {
  if (a.length !== b.length) throw new RangeError(`cannot compare series of ${a.length} and ${b.length} periods`)
  if (!Number.isInteger(length) || length < 3) throw new RangeError(`cannot correlate windows of ${length} periods`)
  let lastGap = -1
  return a.map((value, period) => {
    if (value === null || b[period] === null) lastGap = period
    const start = period + 1 - length
    if (start < 0 || lastGap >= start) return null
    return correlation(a.slice(start, period + 1), b.slice(start, period + 1))
  })
}
