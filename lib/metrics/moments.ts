/** How many values, their mean, and their standard deviation with n − 1. */
export interface Moments {
  count: number
  mean: number
  deviation: number
}

/**
 * Mean and standard deviation of what is known.
 * @param values any unit; null where there is none, which leaves the value out
 * @returns unit of the values; the deviation is with n − 1, and exactly 0 when all values are the same; null for fewer
 *   than two values
 * @see NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.5.6: measures of scale
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
