/**
 * How did one leg fare against another since the start? The relative strength of long against short; minus 1 it is the
 * cumulative excess of a portfolio over its index.
 * @param a, b daily simple returns of both legs, decimal fractions, oldest first, of the same length n
 * @returns n + 1 ratios of the two NAVs; the first is 1, at the close before the first day. From the first day on which
 *   either return is missing every ratio is null: the window since the start then has a day missing, and nothing is
 *   filled forward.
 * @throws RangeError when the lengths differ
 * @example navRatio([0.1], [0]) // [1, 1.1]
 */
export function navRatio(a: readonly (number | null)[], b: readonly (number | null)[]): (number | null)[] {
  if (a.length !== b.length) throw new RangeError(`legs of ${a.length} and ${b.length} days cannot be compared`)
  let ratio: number | null = 1
  const ratios: (number | null)[] = [1]
  for (const [day, returnA] of a.entries()) {
    const returnB = b[day] ?? null
    ratio = ratio === null || returnA === null || returnB === null ? null : (ratio * (1 + returnA)) / (1 + returnB)
    ratios.push(ratio)
  }
  return ratios
}
