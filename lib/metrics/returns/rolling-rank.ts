import { MIN_HISTORY } from '@/lib/metrics/statistics/percentile-rank'
import { type Growth, growthOf, spreadOfGrowth } from './rolling-spreads'

/**
 * Returns the percentile rank of a spread among those of every window of a given length: `percentileRank` of
 * `rollingSpreads`, without a list of tens of thousands of spreads.
 * @param value the spread, decimal fraction; null when there is none
 * @param a, b daily simple returns of both legs, decimal fractions above −1, oldest first, the same length; null on a
 *   day without data
 * @param days length of each window in trading days, an integer of at least 1
 * @param convention `arithmetic` or `geometric`, as in `spread`
 * @param n days that count, from the first on
 * @returns share of the windows below the value, from 0 to 1; null when the value is missing and for fewer than
 *   MIN_HISTORY windows. Convention: equal values count half; a window with a gap is left out
 * @throws RangeError when the lengths differ or `days` is not a positive integer
 * @see SciPy, scipy.stats.percentileofscore(kind='mean')
 * @example rollingRank(0, Array(60).fill(0), Array(60).fill(0), 2, 'arithmetic', 60) // 0.5
 */
export function rollingRank(
  value: number | null,
  a: readonly (number | null)[],
  b: readonly (number | null)[],
  days: number,
  convention: 'arithmetic' | 'geometric',
  n: number,
): number | null {
  if (a.length !== b.length) throw new RangeError(`cannot compare legs of ${a.length} and ${b.length} days`)
  if (!Number.isInteger(days) || days < 1) throw new RangeError(`cannot compare windows of ${days} days`)
  if (value === null) return null
  const { known, below, equal } = counts(value, growthOf(a), growthOf(b), { days, convention, n })
  return known < MIN_HISTORY ? null : (below + equal / 2) / known
}

interface Windows {
  days: number
  convention: 'arithmetic' | 'geometric'
  n: number
}

/** Counts the windows with a spread, and those below and equal to a value. */
function counts(value: number, a: Growth, b: Growth, { days, convention, n }: Windows) {
  // Most legs have no gap: without a list, a call or a null for each of tens of thousands of windows it takes a third.
  if (a.gaps === null && b.gaps === null) return gaplessCounts(value, a.product, b.product, { days, convention, n })
  let [known, below, equal] = [0, 0, 0]
  for (let end = days; end <= n; end++) {
    const spread = spreadOfGrowth(a, b, end - days, end, convention)
    if (spread === null) continue
    known++
    if (spread < value) below++
    else if (spread === value) equal++
  }
  return { known, below, equal }
}

/** The same for legs without a gap, with the same arithmetic as `spread`. */
function gaplessCounts(value: number, a: Float64Array, b: Float64Array, { days, convention, n }: Windows) {
  const isArithmetic = convention === 'arithmetic'
  let [below, equal] = [0, 0]
  for (let end = days; end <= n; end++) {
    const ofA = (a[end] as number) / (a[end - days] as number) - 1
    const ofB = (b[end] as number) / (b[end - days] as number) - 1
    const spread = isArithmetic ? ofA - ofB : (1 + ofA) / (1 + ofB) - 1
    if (spread < value) below++
    else if (spread === value) equal++
  }
  return { known: Math.max(0, n - days + 1), below, equal }
}
