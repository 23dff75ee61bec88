/**
 * Returns the NAV of one leg divided by the NAV of another since the start: the relative strength of long against short.
 * Minus 1 it is the cumulative excess of a portfolio over its index.
 * @param a, b daily simple returns of both legs, decimal fractions above −1, oldest first, the same length n; null on a
 *   day without data
 * @returns n + 1 dimensionless ratios; the first is 1, at the close before the first day. From the first day on which
 *   either return is missing every ratio is null, since the window from the start then has a gap
 * @throws RangeError when the lengths differ
 * @see R package PerformanceAnalytics, Return.relative
 * @example navRatio([0.1, 0.5], [0, 0.5]) // [1, 1.1, 1.1]
 */
export function navRatio(a: readonly (number | null)[], b: readonly (number | null)[]): (number | null)[] {
  if (a.length !== b.length) throw new RangeError(`cannot compare legs of ${a.length} and ${b.length} days`)
  let ratio: number | null = 1
  // Of full length from the start: a list of 24,000 that grows is copied many times.
  const ratios = [ratio, ...a]
  for (let day = 0; day < a.length; day++) {
    ratio = ratioAfter(ratio, a[day] ?? null, b[day] ?? null)
    ratios[day + 1] = ratio
  }
  return ratios
}

/** Returns the last of the ratios from one position to another, without a list of them. */
export function lastNavRatio(
  a: readonly (number | null)[],
  b: readonly (number | null)[],
  from: number,
  to: number,
): number | null {
  let ratio: number | null = 1
  for (let day = from; day < to && ratio !== null; day++) ratio = ratioAfter(ratio, a[day] ?? null, b[day] ?? null)
  return ratio
}

function ratioAfter(ratio: number | null, a: number | null, b: number | null): number | null {
  return ratio === null || a === null || b === null ? null : (ratio * (1 + a)) / (1 + b)
}
