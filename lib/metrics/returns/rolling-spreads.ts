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
  const [ofA, ofB] = [growthOf(a), growthOf(b)]
  const spreads: (number | null)[] = []
  for (let end = days; end <= n; end++) spreads.push(spreadOfGrowth(ofA, ofB, end - days, end, convention))
  return spreads
}

/** What windows of any length over a list of returns are made of. */
export interface Growth {
  /** Running product of 1 + r, from 1; a missing day does not change it. */
  product: Float64Array
  /** Number of missing days before each position; null when no day is missing. */
  gaps: Int32Array | null
}

/** By list of returns: a table asks for windows of several lengths over the same days. */
const known = new WeakMap<readonly (number | null)[], Growth>()

/** Returns what windows over these returns are made of, which is computed once. */
export function growthOf(returns: readonly (number | null)[]): Growth {
  const growth = known.get(returns) ?? { product: compounded(returns), gaps: gapsOf(returns) }
  known.set(returns, growth)
  return growth
}

/** Returns the spread of two legs over the days from one position to another; null when a day is missing. */
export function spreadOfGrowth(
  a: Growth,
  b: Growth,
  from: number,
  to: number,
  convention: 'arithmetic' | 'geometric',
): number | null {
  if (hasGap(a.gaps, from, to) || hasGap(b.gaps, from, to)) return null
  return spread(returnOver(a.product, from, to), returnOver(b.product, from, to), convention)
}

function compounded(returns: readonly (number | null)[]): Float64Array {
  const product = new Float64Array(returns.length + 1)
  product[0] = 1
  let running = 1
  for (let day = 0; day < returns.length; day++) {
    running *= 1 + (returns[day] ?? 0)
    product[day + 1] = running
  }
  return product
}

function gapsOf(returns: readonly (number | null)[]): Int32Array | null {
  if (!returns.includes(null)) return null
  const gaps = new Int32Array(returns.length + 1)
  let before = 0
  for (let day = 0; day < returns.length; day++) {
    if (returns[day] === null) before += 1
    gaps[day + 1] = before
  }
  return gaps
}

function hasGap(gaps: Int32Array | null, from: number, to: number): boolean {
  return gaps !== null && gaps[from] !== gaps[to]
}

/** Returns the return over a window: the quotient of two running products, minus 1. */
function returnOver(product: Float64Array, from: number, to: number): number {
  return (product[to] as number) / (product[from] as number) - 1
}
