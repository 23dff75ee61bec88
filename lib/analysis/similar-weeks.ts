import { yearsBefore } from '@/lib/base/dates'
import { trailingZScores } from '@/lib/metrics/statistics/trailing-z-scores'
import { COMPARED_YEARS } from './standing'
import type { TradingWindows } from './trading-windows'

/** An earlier week, and how far it is from the last one. */
export interface SimilarPastWeek {
  /** Position of the week in the windows. */
  week: number
  /** Root of the mean squared difference of z-scores, in standard deviations. */
  distance: number
  /** Factors with a z-score in both weeks. */
  shared: number
}

export interface WeekComparison {
  /** The nearest weeks first; of equal distances the later week first. */
  nearest: SimilarPastWeek[]
  /** Factors with a z-score in the last week. */
  factors: number
  /** Earlier weeks with enough shared factors. */
  compared: number
}

/** Weeks before the last one that are not compared: what followed them would reach into the last week. */
export const EXCLUDED_WEEKS = 4
/** Fewer factors than this make no vector. */
const MIN_SHARED_FACTORS = 3
/** Of the factors with a z-score in the last week, an earlier week must have this share. */
const MIN_SHARED = 0.5

/**
 * Compares the last week with earlier ones by the z-scores of the factors, and returns the nearest.
 * @param weeks for each factor its long-short return of every week of the windows, decimal fractions, oldest first; null
 *   where a week has no value
 * @param count how many of the nearest weeks are wanted
 * @returns distance of two weeks: √(Σ (z₁ − z₂)² / n) over the n factors that have a z-score in both
 * @see M. M. Deza, E. Deza, Encyclopedia of Distances, 4th ed. (2016), ch. 17: Euclidean distance, here divided by √n
 */
export function similarWeeks(
  weeks: readonly (readonly (number | null)[])[],
  windows: TradingWindows,
  count: number,
): WeekComparison {
  const from = comparedFrom(windows)
  const last = windows.weeks.length - 1
  const scores = weeks.map((own) => trailingZScores(own, from)).filter((own) => (own[last] ?? null) !== null)
  const factors = scores.length
  const least = Math.max(MIN_SHARED_FACTORS, Math.ceil(factors * MIN_SHARED))
  const nearest: SimilarPastWeek[] = []
  let compared = 0
  // The later week first, so that of equal distances it stays before the earlier one.
  for (let week = last - EXCLUDED_WEEKS - 1; week >= 0; week--) {
    const { distance, shared } = distanceOf(scores, week, last)
    if (shared < least) continue
    compared += 1
    if (nearest.length === count && distance >= (nearest.at(-1)?.distance ?? 0)) continue
    const place = nearest.findIndex((other) => other.distance > distance)
    nearest.splice(place < 0 ? nearest.length : place, 0, { week, distance, shared })
    nearest.splice(count)
  }
  return { nearest, factors, compared }
}

function distanceOf(scores: readonly (number | null)[][], first: number, second: number) {
  let [squares, shared] = [0, 0]
  for (const own of scores) {
    const [a, b] = [own[first] ?? null, own[second] ?? null]
    if (a === null || b === null) continue
    squares += (a - b) ** 2
    shared += 1
  }
  return { distance: Math.sqrt(squares / shared), shared }
}

/** Returns for each week the position of the first week that ends within the compared years before its own end. */
function comparedFrom({ weeks, days }: TradingWindows): number[] {
  const ends = weeks.map(({ to }) => days[to - 1] ?? '')
  let from = 0
  return ends.map((end) => {
    const since = yearsBefore(end, COMPARED_YEARS)
    while ((ends[from] ?? end) <= since) from++
    return from
  })
}
