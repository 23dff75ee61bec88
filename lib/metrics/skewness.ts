import { moments } from './moments'

/**
 * Which tail is longer?
 * @param values any unit, any order; null where there is none, which is left out
 * @returns adjusted Fisher-Pearson coefficient G1 = √(n (n − 1)) / (n − 2) × m3 / m2^1.5, with the central moments mk
 *   over n (type 2 of Joanes and Gill, as in Excel, SAS and pandas); below zero when losses reach further than gains;
 *   null for fewer than three values or when they are all the same
 * @see D. N. Joanes, C. A. Gill, Comparing Measures of Sample Skewness and Kurtosis, The Statistician 47 (1998)
 * @example skewness([1, 2, 3]) // 0
 */
export function skewness(values: readonly (number | null)[]): number | null {
  const found = moments(values)
  if (found === null || found.count < 3 || found.deviation === 0) return null
  const { count, mean, deviation } = found
  let cubes = 0
  for (const value of values) if (value !== null) cubes += ((value - mean) / deviation) ** 3
  const population = cubes / count / ((count - 1) / count) ** 1.5
  return (Math.sqrt(count * (count - 1)) / (count - 2)) * population
}
