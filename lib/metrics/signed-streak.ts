/**
 * For how many windows in a row has a figure been above, or below, zero?
 * @param values spreads of neighbouring windows, decimal fractions, oldest first; null where a window has no value
 * @returns how many at the end have the last one's sign, that one included, with a minus for losses; 0 when the last is
 *   exactly 0; null when the last is missing. A zero or a missing window ends the count.
 * @example signedStreak([0.01, -0.02, -0.01]) // -2
 */
export function signedStreak(values: readonly (number | null)[]): number | null {
  const last = values.at(-1) ?? null
  if (last === null) return null
  const sign = Math.sign(last)
  if (sign === 0) return 0
  const before = values.findLastIndex((value) => value === null || Math.sign(value) !== sign)
  return sign * (values.length - 1 - before)
}
