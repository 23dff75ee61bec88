/**
 * What did a leg earn over a window?
 * @param returns daily simple returns of the window, decimal fractions, oldest first; null on a day without data
 * @returns product of (1 + r), minus 1, a decimal fraction; null when the window is empty or a day is missing
 * @example periodReturn([0.1, -0.1]) // -0.01
 */
export function periodReturn(returns: readonly (number | null)[]): number | null {
  if (returns.length === 0) return null
  let growth = 1
  for (const dailyReturn of returns) {
    if (dailyReturn === null) return null
    growth *= 1 + dailyReturn
  }
  return growth - 1
}
