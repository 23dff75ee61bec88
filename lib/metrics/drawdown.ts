/**
 * How far below its highest point so far does a line of NAV ratios stand?
 * @param ratios NAV ratios, positive, oldest first, the first one the start; null from where they are not known
 * @returns as many decimal fractions, never positive: ratio / running peak − 1, the start among the peaks; null where
 *   the ratio is
 * @see C. R. Bacon, Practical Portfolio Performance Measurement and Attribution, ch. 4: drawdown
 * @example drawdowns([1, 2, 1.5]) // [0, 0, -0.25]
 */
export function drawdowns(ratios: readonly (number | null)[]): (number | null)[] {
  let peak = 0
  return ratios.map((ratio) => {
    if (ratio === null) return null
    peak = Math.max(peak, ratio)
    return ratio / peak - 1
  })
}
