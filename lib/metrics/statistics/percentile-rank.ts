/**
 * Returns the percentile rank of a value in its own history.
 * @param value any unit; null when there is none
 * @param history earlier values of the same measure, the same unit, any order; null where there was none, which is left
 *   out
 * @param least earlier values that are needed
 * @returns share of the history below the value, from 0 to 1; null when the value is missing and for fewer than
 *   `least` earlier values. Convention: equal values count half (mid-rank), so a history that is all equal to
 *   the value gives 0.5
 * @see SciPy, scipy.stats.percentileofscore(kind='mean')
 * @example percentileRank(90, Array.from({ length: 100 }, (_, i) => i)) // 0.905
 */
export function percentileRank(
  value: number | null,
  history: readonly (number | null)[],
  least: number = MIN_HISTORY,
): number | null {
  if (value === null) return null
  let known = 0
  let below = 0
  for (const earlier of history) {
    if (earlier === null) continue
    known += 1
    below += earlier < value ? 1 : earlier === value ? 0.5 : 0
  }
  return known < least ? null : below / known
}

/** A year of weeks: a shorter history does not show what is usual. */
export const MIN_HISTORY = 52
