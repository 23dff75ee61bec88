/**
 * Do two series move together?
 * @param a, b values of the same periods, the same length; a period counts when both are known
 * @returns Pearson's coefficient, from −1 to 1; null for fewer than three such periods (two always lie on a line) or when
 *   one of them does not move
 * @throws RangeError when the lengths differ
 * @see NIST/SEMATECH e-Handbook of Statistical Methods, Dataplot reference: correlation
 * @example correlation([1, 2, 3], [2, 4, 6]) // 1
 */
export function correlation(a: readonly (number | null)[], b: readonly (number | null)[]): number | null {
  if (a.length !== b.length) throw new RangeError(`series of ${a.length} and ${b.length} periods cannot be compared`)
  const pairs = a.flatMap((x, period) => {
    const y = b[period] ?? null
    return x === null || y === null ? [] : [[x, y] as const]
  })
  if (pairs.length < 3) return null
  const meanA = pairs.reduce((sum, [x]) => sum + x, 0) / pairs.length
  const meanB = pairs.reduce((sum, [, y]) => sum + y, 0) / pairs.length
  let [squaresA, squaresB, products] = [0, 0, 0]
  for (const [x, y] of pairs) {
    squaresA += (x - meanA) ** 2
    squaresB += (y - meanB) ** 2
    products += (x - meanA) * (y - meanB)
  }
  if (!moves(pairs.map(([x]) => x)) || !moves(pairs.map(([, y]) => y))) return null
  const scale = Math.sqrt(squaresA) * Math.sqrt(squaresB)
  return scale === 0 ? null : Math.max(-1, Math.min(1, products / scale))
}

/** Said of the values themselves: the mean of ten times 0.1 is not quite 0.1. */
function moves(values: readonly number[]): boolean {
  return values.some((value) => value !== values[0])
}
