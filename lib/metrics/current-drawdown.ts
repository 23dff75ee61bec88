/** How far below its peak a line stands at its end, and for how long. */
export interface CurrentDrawdown {
  /** Decimal fraction, never positive. */
  depth: number
  /** Position of the last time at the peak. */
  peak: number
  /** Steps since then; 0 at the peak. */
  length: number
}

/**
 * How far below its highest point does a line stand now, and since when?
 * @param ratios NAV ratios, positive, oldest first, the first one the start; null from where they are not known
 * @returns null when a ratio is missing or there is none
 * @see C. R. Bacon, Practical Portfolio Performance Measurement and Attribution, ch. 4: drawdown, drawdown duration
 * @example currentDrawdown([1, 2, 1]) // { depth: -0.5, peak: 1, length: 1 }
 */
export function currentDrawdown(ratios: readonly (number | null)[]): CurrentDrawdown | null {
  let [peak, top] = [0, 0]
  for (const [position, ratio] of ratios.entries()) {
    if (ratio === null) return null
    if (ratio >= top) [peak, top] = [position, ratio]
  }
  const last = ratios.at(-1)
  return typeof last === 'number' ? { depth: last / top - 1, peak, length: ratios.length - 1 - peak } : null
}
