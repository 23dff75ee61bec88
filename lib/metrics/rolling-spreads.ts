import { spread } from './spread'

/**
 * The spread of two legs over every window of a given length: the history that a month to date or a year to date is
 * compared with.
 * @param a, b daily simple returns, decimal fractions above -1, oldest first, of the same length n; null on days
 *   without data
 * @param days length of each window in trading days, at least 1
 * @returns n − days + 1 decimal fractions, oldest first, null where a window has a day missing; empty when n < days
 * @throws RangeError when the lengths differ or `days` is not a positive integer
 * @example rollingSpreads([0.1, 0], [0, 0], 1, 'arithmetic') // [0.1, 0]
 */
export function rollingSpreads(
  a: readonly (number | null)[],
  b: readonly (number | null)[],
  days: number,
  convention: 'arithmetic' | 'geometric',
): (number | null)[] {
  if (a.length !== b.length) throw new RangeError(`legs of ${a.length} and ${b.length} days cannot be compared`)
  if (!Number.isInteger(days) || days < 1) throw new RangeError(`a window of ${days} days is none`)
  const [growthA, growthB] = [growthOf(a), growthOf(b)]
  const spreads: (number | null)[] = []
  let lastGap = -1
  for (let day = 0; day < a.length; day++) {
    if (a[day] === null || b[day] === null) lastGap = day
    const start = day + 1 - days
    if (start < 0) continue
    const hasGap = lastGap >= start
    spreads.push(hasGap ? null : spread(returnOver(growthA, start, days), returnOver(growthB, start, days), convention))
  }
  return spreads
}

/** Running product of 1 + r, from 1: one pass serves every window. A missing day stands still. */
function growthOf(returns: readonly (number | null)[]): Float64Array {
  const growth = new Float64Array(returns.length + 1)
  growth[0] = 1
  let running = 1
  returns.forEach((dailyReturn, day) => {
    if (dailyReturn !== null) running *= 1 + dailyReturn
    growth[day + 1] = running
  })
  return growth
}

/** The return over a window is the quotient of two running products, minus 1. */
function returnOver(growth: Float64Array, start: number, days: number): number {
  return (growth[start + days] as number) / (growth[start] as number) - 1
}
