/** Fewer past windows than a year of weeks say little about what is usual. */
export const HISTORY_AT_LEAST = 52

/**
 * Where does a value stand in its own history?
 * @param value decimal fraction; null when there is none
 * @param history earlier values of the same measure, any order; null where a window had no value
 * @returns share of the history below the value, ties counted half (mid-rank), from 0 to 1; null when the value is
 *   missing or fewer than HISTORY_AT_LEAST earlier values are known
 * @see J. D. Gibbons, S. Chakraborti, Nonparametric Statistical Inference, ch. 5.5: mid-ranks
 * @example percentileRank(3, [1, 2, 3, 4, …]) // (2 + 0.5) / n
 */
export function percentileRank(value: number | null, history: readonly (number | null)[]): number | null {
  if (value === null) return null
  let known = 0
  let below = 0
  for (const earlier of history) {
    if (earlier === null) continue
    known += 1
    below += earlier < value ? 1 : earlier === value ? 0.5 : 0
  }
  return known < HISTORY_AT_LEAST ? null : below / known
}
