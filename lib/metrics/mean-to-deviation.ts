import { moments } from './moments'

/**
 * How steady is a mean beside how much its values stray? Of a factor's information coefficients this is the ICIR.
 * @param values any unit, any order; null where there is none, which is left out
 * @returns mean / standard deviation (n − 1), dimensionless and not annualised; null for fewer than two values or when
 *   they are all the same
 * @see R. C. Grinold, R. N. Kahn, Active Portfolio Management, ch. 6: information coefficient
 * @example meanToDeviation([1, 3]) // Math.SQRT2
 */
export function meanToDeviation(values: readonly (number | null)[]): number | null {
  const found = moments(values)
  return found === null || found.deviation === 0 ? null : found.mean / found.deviation
}
