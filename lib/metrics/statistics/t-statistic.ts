import { moments } from './moments'

/**
 * Returns the distance of the mean from zero, in standard errors.
 * @param returns simple returns, decimal fractions, any order; null where there is none, which is left out
 * @returns mean / (standard deviation with n − 1 / √n), dimensionless; null for fewer than two returns and when all are
 *   equal. Convention: one sample, n − 1 degrees of freedom, independent returns
 * @see Student, The Probable Error of a Mean, Biometrika 6 (1908)
 * @see R, t.test(x)$statistic
 * @example tStatistic([1, 2, 3]) // 2 * Math.sqrt(3)
 */
export function tStatistic(returns: readonly (number | null)[]): number | null {
  const sample = moments(returns)
  if (sample === null || sample.deviation === 0) return null
  return sample.mean / (sample.deviation / Math.sqrt(sample.count))
}
