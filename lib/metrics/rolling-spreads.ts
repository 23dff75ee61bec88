import { spread } from './spread'

/**
 * The spread of two legs over every window of a given length: the history that a month to date or a year to date is
 * compared with.
 * @param a, b daily simple returns, decimal fractions, oldest first, of the same length n; null on days without data
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
  const returnsA = rollingReturns(a, days)
  const returnsB = rollingReturns(b, days)
  return returnsA.map((returnA, start) => spread(returnA, returnsB[start] ?? null, convention))
}

/** One pass: growth over a window is the quotient of two running products, gaps are counted beside it. */
function rollingReturns(returns: readonly (number | null)[], days: number): (number | null)[] {
  const growth = [1]
  const gaps = [0]
  for (const [day, dailyReturn] of returns.entries()) {
    growth.push((growth[day] as number) * (1 + (dailyReturn === null ? 0 : dailyReturn)))
    gaps.push((gaps[day] as number) + (dailyReturn === null ? 1 : 0))
  }
  return growth.slice(days).map((end, start) => {
    const hasGap = (gaps[start + days] as number) > (gaps[start] as number)
    return hasGap ? null : end / (growth[start] as number) - 1
  })
}
