/**
 * Returns the correlation of two series.
 * @param a, b values of the same periods, any unit, oldest first, the same length; null where there is none. A period
 *   counts when both values are known
 * @returns Pearson's coefficient, dimensionless, from −1 to 1; null for fewer than three such periods (two points always
 *   lie on a line) and when either series is constant
 * @throws RangeError when the lengths differ
 * @see K. Pearson, Note on Regression and Inheritance in the Case of Two Parents, Proc. Royal Society of London 58 (1895)
 * @see R, cor(a, b, use = "complete.obs")
 * @example correlation([1, 2, 3], [2, 4, 6]) // 1
 */
export function correlation(a: readonly (number | null)[], b: readonly (number | null)[]): number | null {
  if (a.length !== b.length) throw new RangeError(`cannot compare series of ${a.length} and ${b.length} periods`)
  const pairs = knownPairs(a, b)
  if (pairs.length < 3 || isConstant(pairs.map(([x]) => x)) || isConstant(pairs.map(([, y]) => y))) return null
  const meanA = pairs.reduce((sum, [x]) => sum + x, 0) / pairs.length
  const meanB = pairs.reduce((sum, [, y]) => sum + y, 0) / pairs.length
  let [squaresA, squaresB, products] = [0, 0, 0]
  for (const [x, y] of pairs) {
    squaresA += (x - meanA) ** 2
    squaresB += (y - meanB) ** 2
    products += (x - meanA) * (y - meanB)
  }
  const scale = Math.sqrt(squaresA) * Math.sqrt(squaresB)
  return scale === 0 ? null : Math.max(-1, Math.min(1, products / scale))
}

function knownPairs(a: readonly (number | null)[], b: readonly (number | null)[]): [number, number][] {
  return a.flatMap((x, period): [number, number][] => {
    const y = b[period] ?? null
    return x === null || y === null ? [] : [[x, y]]
  })
}

/** Compares the values themselves: the computed mean of ten times 0.1 is not exactly 0.1. */
function isConstant(values: readonly number[]): boolean {
  return values.every((value) => value === values[0])
}
