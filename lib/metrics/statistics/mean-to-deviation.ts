import { moments } from './moments'

/**
 * Returns the mean of values in units of their own standard deviation. For the information coefficients (IC) of a factor
 * this is the ICIR.
 * @param values any unit, any order; null where there is none, which is left out
 * @returns mean / standard deviation with n − 1, dimensionless, not annualised; null for fewer than two values and when
 *   all are equal
 * @see E. Qian, R. Hua, Active Risk and Information Ratio, Journal of Investment Management 2 (2004)
 * @example meanToDeviation([1, null, 3]) // Math.SQRT2
 */
export function meanToDeviation(values: readonly (number | null)[]): number | null {
  const sample = moments(values)
  return sample === null || sample.deviation === 0 ? null : sample.mean / sample.deviation
}
