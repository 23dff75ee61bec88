/**
 * Returns the count, the mean and the standard deviation of the known values.
 * @param values any unit, any order; null where there is none, which is left out
 * @returns mean and deviation in the unit of the values; null for fewer than two values. The deviation is exactly 0 when
 *   all are equal. Convention: n − 1, computed in two passes
 * @see T. F. Chan, G. H. Golub, R. J. LeVeque, Algorithms for Computing the Sample Variance, The American Statistician
 *   37 (1983): the two-pass algorithm
 * @see R, mean and sd
 * @example moments([1, null, 3]) // { count: 2, mean: 2, deviation: Math.SQRT2 }
 */
export function moments(values: readonly (number | null)[]): Moments | null {
  const known = values.filter((value) => value !== null)
  const [first] = known
  if (first === undefined || known.length < 2) return null
  if (known.every((value) => value === first)) return { count: known.length, mean: first, deviation: 0 }
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length
  const squares = known.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return { count: known.length, mean, deviation: Math.sqrt(squares / (known.length - 1)) }
}

export interface Moments {
  /** Number of known values. */
  count: number
  mean: number
  /** Standard deviation with n − 1. */
  deviation: number
}
