/**
 * Returns the number of windows in a row with the same sign, at the end of every window.
 * @param values spreads of consecutive windows, decimal fractions, oldest first; null where a window has no value
 * @returns one number for each value: what `signedStreak` returns for the values up to it, that one included
 * @see R, ave(x, cumsum(c(TRUE, diff(sign(x)) != 0)), FUN = seq_along) × sign(x)
 * @example signedStreaks([0.01, 0.02, null, -0.01]) // [1, 2, null, -1]
 */
export function signedStreaks(values: readonly (number | null)[]): (number | null)[] {
  let streak: number | null = null
  return values.map((value) => {
    const sign = value === null ? null : Math.sign(value)
    if (!sign) streak = sign === null ? null : 0
    else streak = streak !== null && Math.sign(streak) === sign ? streak + sign : sign
    return streak
  })
}
