/**
 * For how long has a series been repeating its last value?
 * @param values oldest first; null on days without data
 * @returns number of values at the end that equal the last one, which counts itself; 0 when the last is missing or there
 *   is none
 * @example repeatedRun([0.01, 0.02, 0.02]) // 2
 */
export function repeatedRun(values: readonly (number | null)[]): number {
  const last = values.at(-1) ?? null
  if (last === null) return 0
  return values.length - 1 - values.findLastIndex((value) => value !== last)
}
