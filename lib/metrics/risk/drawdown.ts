/**
 * Returns how far a line is below its highest point so far, at each step.
 * @param ratios NAV ratios, positive, oldest first, the first one the start; null from where they are not known
 * @returns as many decimal fractions, never positive: ratio / highest ratio so far − 1, the start included; null where
 *   the ratio is null; all 0 for a constant line
 * @see C. R. Bacon, Practical Portfolio Performance Measurement and Attribution, 2nd ed. (2008), ch. 4
 * @see R package PerformanceAnalytics, Drawdowns
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
