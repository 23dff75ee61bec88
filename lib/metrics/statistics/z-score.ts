import { moments } from './moments'
import { MIN_HISTORY } from './percentile-rank'

/**
 * Returns the distance of a value from the mean of its own history, in standard deviations.
 * @param value any unit; null when there is none
 * @param history earlier values of the same measure, the same unit, any order, without the value itself; null where
 *   there was none, which is left out
 * @param least earlier values that are needed
 * @returns (value − mean) / standard deviation, dimensionless; null when the value is missing, for fewer than
 *   `least` earlier values and when those are all equal. Convention: n − 1
 * @see NIST/SEMATECH e-Handbook of Statistical Methods, section 1.3.5.17: Z-scores
 * @see R, (value - mean(history)) / sd(history)
 * @example zScore(3, [...Array(26).fill(1), ...Array(26).fill(-1)]) // 3 * Math.sqrt(51 / 52)
 */
export function zScore(
  value: number | null,
  history: readonly (number | null)[],
  least: number = MIN_HISTORY,
): number | null {
  const past = moments(history)
  if (value === null || past === null || past.count < least || past.deviation === 0) return null
  return (value - past.mean) / past.deviation
}
