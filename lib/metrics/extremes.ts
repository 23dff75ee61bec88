/** Positions of the greatest and the smallest value. */
export interface Extremes {
  best: number
  worst: number
}

/**
 * Which periods were the best and the worst?
 * @param values any unit; null where a period has no value
 * @returns the first position of each; null when there is no value
 * @example extremes([0.01, null, -0.02]) // { best: 0, worst: 2 }
 */
export function extremes(values: readonly (number | null)[]): Extremes | null {
  let found: { best: number; worst: number; high: number; low: number } | null = null
  for (const [position, value] of values.entries()) {
    if (value === null) continue
    found ??= { best: position, worst: position, high: value, low: value }
    if (value > found.high) found = { ...found, best: position, high: value }
    if (value < found.low) found = { ...found, worst: position, low: value }
  }
  return found && { best: found.best, worst: found.worst }
}
