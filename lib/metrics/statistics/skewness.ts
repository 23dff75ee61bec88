import { moments } from './moments'

/**
 * Returns which tail of a distribution is longer: below zero when losses reach further than gains.
 * @param values any unit, any order; null where there is none, which is left out
 * @returns dimensionless; null for fewer than three values and when all are equal. Convention: adjusted Fisher–Pearson
 *   coefficient G1 = √(n (n − 1)) / (n − 2) × m3 / m2^1.5 with central moments over n, which is type 2 of Joanes and
 *   Gill, the one of Excel, SAS and pandas
 * @see D. N. Joanes, C. A. Gill, Comparing Measures of Sample Skewness and Kurtosis, The Statistician 47 (1998)
 * @see pandas, Series.skew
 * @example skewness([0, null, 0, 1]) // Math.sqrt(3)
 */
export function skewness(values: readonly (number | null)[]): number | null {
  const sample = moments(values)
  if (sample === null || sample.count < 3 || sample.deviation === 0) return null
  const { count, mean, deviation } = sample
  let cubes = 0
  for (const value of values) if (value !== null) cubes += ((value - mean) / deviation) ** 3
  const population = cubes / count / ((count - 1) / count) ** 1.5
  return (Math.sqrt(count * (count - 1)) / (count - 2)) * population
}
