/**
 * Returns the return of a leg over a window.
 * @param returns daily simple returns, decimal fractions above −1, oldest first; null on a day without data
 * @param from, to positions of the window's first day and of the day after its last; all days when not given
 * @returns decimal fraction: product of (1 + r), minus 1; null for an empty window and for a window with a gap
 * @see C. R. Bacon, Practical Portfolio Performance Measurement and Attribution, 2nd ed. (2008), ch. 2
 * @see R package PerformanceAnalytics, Return.cumulative(geometric = TRUE)
 * @example periodReturn([0.1, -0.1]) // -0.01
 */
export function periodReturn(
  returns: readonly (number | null)[],
  from = 0,
  to: number = returns.length,
): number | null {
  const end = Math.min(to, returns.length)
  if (from >= end) return null
  let growth = 1
  for (let day = from; day < end; day++) {
    const dailyReturn = returns[day] ?? null
    if (dailyReturn === null) return null
    growth *= 1 + dailyReturn
  }
  return growth - 1
}
