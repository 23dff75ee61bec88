/**
 * Returns the return of a leg over a window.
 * @param returns daily simple returns of the window, decimal fractions above −1, oldest first; null on a day without data
 * @returns decimal fraction: product of (1 + r), minus 1; null for an empty window and for a window with a gap
 * @see C. R. Bacon, Practical Portfolio Performance Measurement and Attribution, 2nd ed. (2008), ch. 2
 * @see R package PerformanceAnalytics, Return.cumulative(geometric = TRUE)
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
