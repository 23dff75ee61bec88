import { yearsBefore } from '@/lib/base/dates'
import { trailingZScores } from '@/lib/metrics/statistics/trailing-z-scores'
import type { Span, TradingWindows } from './trading-windows'
import { WINDOW_TERMS } from './window-terms'

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

/** How many of the nearest weeks are shown. */
export const SHOWN_WEEKS = 5
/** Weeks before the last one that are not compared: what followed them would reach into the last week. */
const EXCLUDED_WEEKS = 4
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
  const distances = new WeekDistances(windows)
  for (const own of weeks) distances.add(own)
  return distances.nearest(count)
}

/** The same comparison, factor by factor: of thousands of factors it keeps two numbers a week. */
export class WeekDistances {
  private readonly from: readonly number[]
  private readonly last: number
  /** Sum of the squared differences of each earlier week, and of how many factors. */
  private readonly squares: Float64Array
  private readonly shared: Int32Array
  private factors = 0

  constructor(windows: TradingWindows) {
    this.from = comparedFrom(windows)
    this.last = windows.weeks.length - 1
    const earlier = Math.max(0, this.last - EXCLUDED_WEEKS)
    this.squares = new Float64Array(earlier)
    this.shared = new Int32Array(earlier)
  }

  /** Adds a factor. @param weeks its long-short return of every week, as of `similarWeeks` */
  add(weeks: readonly (number | null)[]): void {
    const { squares, shared } = this
    const scores = trailingZScores(weeks, this.from)
    const own = scores[this.last] ?? null
    if (own === null) return
    this.factors += 1
    for (let week = 0; week < squares.length; week++) {
      const score = scores[week] ?? null
      if (score === null) continue
      squares[week] = (squares[week] as number) + (score - own) ** 2
      shared[week] = (shared[week] as number) + 1
    }
  }

  /** Returns the nearest weeks by the factors that were added. @param count how many are wanted */
  nearest(count: number): WeekComparison {
    const { factors } = this
    const least = Math.max(MIN_SHARED_FACTORS, Math.ceil(factors * MIN_SHARED))
    const nearest: SimilarPastWeek[] = []
    let compared = 0
    // The later week first, so that of equal distances it stays before the earlier one.
    for (let week = this.shared.length - 1; week >= 0; week--) {
      const shared = this.shared[week] as number
      if (shared < least) continue
      compared += 1
      const distance = Math.sqrt((this.squares[week] as number) / shared)
      const farthest = nearest[count - 1]
      if (farthest !== undefined && distance >= farthest.distance) continue
      const place = nearest.findIndex((other) => other.distance > distance)
      nearest.splice(place < 0 ? nearest.length : place, 0, { week, distance, shared })
      nearest.splice(count)
    }
    return { nearest, factors, compared }
  }
}

/**
 * Returns the week after a compared week, and the four weeks after it, which consist of whole weeks.
 * @throws RangeError for one of the last four weeks
 */
export function spansAfter(week: number, { weeks }: TradingWindows): { nextWeek: Span; nextMonth: Span } {
  const [next, last] = [weeks[week + 1], weeks[week + EXCLUDED_WEEKS]]
  if (!next || !last) throw new RangeError(`no ${EXCLUDED_WEEKS} weeks follow week ${week}`)
  return { nextWeek: next, nextMonth: { from: next.from, to: last.to } }
}

/** Returns for each week the position of the first week that ends within the compared years before its own end. */
function comparedFrom({ weeks, days }: TradingWindows): number[] {
  const ends = weeks.map(({ to }) => days[to - 1] ?? '')
  let from = 0
  return ends.map((end) => {
    const since = yearsBefore(end, WINDOW_TERMS.week.comparedYears)
    while ((ends[from] ?? end) <= since) from++
    return from
  })
}
