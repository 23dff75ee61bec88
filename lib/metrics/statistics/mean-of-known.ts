/**
 * Returns the mean of the values that are known.
 * @param values any unit, in any order; null where there is none, which is left out
 * @returns the mean, in the unit of the values; null when no value is known
 * @see NIST/SEMATECH e-Handbook of Statistical Methods, section 1.3.5.1: Measures of Location
 * @example meanOfKnown([0.25, null, 0.75]) // 0.5
 */
export function meanOfKnown(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null)
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length
}
