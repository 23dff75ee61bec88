/**
 * Returns the number of values at the end of a series that equal the last one: a long run is a sign of stale data.
 * @param values any unit, oldest first; null on a day without data
 * @returns a count that includes the last value; 0 when the last value is missing and for an empty series. A gap ends the
 *   run; a constant series is one run
 * @see R, rle: the last of its lengths
 * @example repeatedRun([0.01, 0.02, 0.02]) // 2
 */
export function repeatedRun(values: readonly (number | null)[]): number {
  const last = values.at(-1) ?? null
  if (last === null) return 0
  return values.length - 1 - values.findLastIndex((value) => value !== last)
}
