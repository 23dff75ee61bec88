import { HISTORY_AT_LEAST } from './percentile-rank'

/**
 * How many standard deviations does a value lie from the mean of its own history?
 * @param value decimal fraction; null when there is none
 * @param history earlier values of the same measure, the value itself not among them; null where there was none
 * @returns (value − mean) / standard deviation with n − 1, dimensionless; null when the value is missing, fewer than
 *   HISTORY_AT_LEAST earlier values are known, or they are all the same
 * @see NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.5.17: z-scores
 * @example zScore(3, [0, 1, 2, …]) // (3 − mean) / sd
 */
export function zScore(value: number | null, history: readonly (number | null)[]): number | null {
  if (value === null) return null
  const known = history.filter((earlier) => earlier !== null)
  if (known.length < HISTORY_AT_LEAST) return null
  const mean = known.reduce((sum, earlier) => sum + earlier, 0) / known.length
  const squares = known.reduce((sum, earlier) => sum + (earlier - mean) ** 2, 0)
  return squares === 0 ? null : (value - mean) / Math.sqrt(squares / (known.length - 1))
}
