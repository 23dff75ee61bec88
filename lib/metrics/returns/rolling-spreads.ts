import { spread } from './spread'

/**
 * Returns the spread of two legs over every window of a given length: the history with which a month to date or a year
 * to date is compared.
 * @param a, b daily simple returns, decimal fractions above −1, oldest first, the same length n; null on a day without
 *   data
 * @param days length of each window in trading days, an integer of at least 1
 * @param convention `arithmetic` or `geometric`, as in `spread`
 * @param n days that count, from the first on; all when not given
 * @returns n − days + 1 decimal fractions, oldest first; null for a window with a gap; empty when n < days
 * @throws RangeError when the lengths differ or `days` is not a positive integer
 * @see C. R. Bacon, Practical Portfolio Performance Measurement and Attribution, 2nd ed. (2008): arithmetic and geometric
 *   excess return
 * @example rollingSpreads([0.5, 0, 0.5], [0, 0, 0], 2, 'arithmetic') // [0.5, 0.5]
 */
export function rollingSpreads(
  a: readonly (number | null)[],
  b: readonly (number | null)[],
  days: number,
  convention: 'arithmetic' | 'geometric',
  n: number = a.length,
): (number | null)[] {
  if (a.length !== b.length) throw new RangeError(`cannot compare legs of ${a.length} and ${b.length} days`)
  if (!Number.isInteger(days) || days < 1) throw new RangeError(`cannot compare windows of ${days} days`)
  const [growthA, growthB] = [growthOf(a), growthOf(b)]
  const spreads: (number | null)[] = []
  let lastGap = -1
  for (let day = 0; day < n; day++) {
    if (a[day] === null || b[day] === null) lastGap = day
    const start = day + 1 - days
    if (start < 0) continue
    const hasGap = lastGap >= start
    spreads.push(hasGap ? null : spread(returnOver(growthA, start, days), returnOver(growthB, start, days), convention))
  }
  return spreads
}

/** Running products of each list of returns: a table asks for windows of several lengths over the same days. */
const known = new WeakMap<readonly (number | null)[], Float64Array>()

/** Returns the running product of 1 + r, from 1. A missing day does not change it. */
function growthOf(returns: readonly (number | null)[]): Float64Array {
  const growth = known.get(returns) ?? compounded(returns)
  known.set(returns, growth)
  return growth
}

function compounded(returns: readonly (number | null)[]): Float64Array {
  const growth = new Float64Array(returns.length + 1)
  growth[0] = 1
  let running = 1
  returns.forEach((dailyReturn, day) => {
    if (dailyReturn !== null) running *= 1 + dailyReturn
    growth[day + 1] = running
  })
  return growth
}

/** Returns the return over a window: the quotient of two running products, minus 1. */
function returnOver(growth: Float64Array, start: number, days: number): number {
  return (growth[start + days] as number) / (growth[start] as number) - 1
}
