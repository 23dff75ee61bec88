import { moments } from './moments'

/**
 * How many standard errors does the mean lie from zero?
 * @param returns simple returns, decimal fractions, any order; null where there is none, which is left out
 * @returns mean / (standard deviation (n − 1) / √n), dimensionless, with n − 1 degrees of freedom under independence;
 *   null for fewer than two returns or when they are all the same
 * @see Student, The Probable Error of a Mean, Biometrika 6 (1908)
 * @example tStatistic([1, 2, 3]) // 2 / (1 / √3)
 */
export function tStatistic(returns: readonly (number | null)[]): number | null {
  const found = moments(returns)
  if (found === null || found.deviation === 0) return null
  return found.mean / (found.deviation / Math.sqrt(found.count))
}
