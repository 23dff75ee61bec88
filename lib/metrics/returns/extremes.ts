/**
 * Returns the positions of the best and the worst period.
 * @param values one per period, any unit, oldest first; null where a period has no value, which is left out
 * @returns positions in `values`; null when no value is known. Convention: of equal values the first counts
 * @see R, which.max and which.min
 * @example extremes([0.01, null, -0.02]) // { best: 0, worst: 2 }
 */
export function extremes(values: readonly (number | null)[]): Extremes | null {
  let [best, worst] = [-1, -1]
  let [high, low] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
  for (const [position, value] of values.entries()) {
    if (value === null) continue
    if (value > high) [best, high] = [position, value]
    if (value < low) [worst, low] = [position, value]
  }
  return best < 0 ? null : { best, worst }
}

/** Positions of the greatest and the smallest value. */
export interface Extremes {
  best: number
  worst: number
}
