/**
 * Returns the number of windows in a row in which a figure was above, or below, zero.
 * @param values spreads of consecutive windows, decimal fractions, oldest first; null where a window has no value
 * @returns the number of windows at the end with the sign of the last one, that one included: positive for gains,
 *   negative for losses; 0 when the last is exactly 0; null when the last is missing and for an empty series. A zero and
 *   a gap end the streak
 * @see R, rle(sign(x)): the last of its lengths × values
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
