/**
 * Returns how far a line is below its highest point at its end, and since when.
 * @param ratios NAV ratios, positive, oldest first, the first one the start; null from where they are not known
 * @returns depth as a decimal fraction, never positive, peak and length as positions and steps; null when a ratio is
 *   missing and for an empty line. A constant line is at its peak. Convention: of several equal peaks the last counts
 * @see C. R. Bacon, Practical Portfolio Performance Measurement and Attribution, 2nd ed. (2008), ch. 4
 * @example currentDrawdown([1, 2, 1]) // { depth: -0.5, peak: 1, length: 1 }
 */
export function currentDrawdown(ratios: readonly (number | null)[]): CurrentDrawdown | null {
  let [peak, top] = [0, 0]
  for (let position = 0; position < ratios.length; position++) {
    const ratio = ratios[position] ?? null
    if (ratio === null) return null
    if (ratio >= top) [peak, top] = [position, ratio]
  }
  const last = ratios.at(-1)
  return typeof last === 'number' ? { depth: last / top - 1, peak, length: ratios.length - 1 - peak } : null
}

export interface CurrentDrawdown {
  /** Last ratio / highest ratio − 1, a decimal fraction, never positive. */
  depth: number
  /** The last position at the highest ratio. */
  peak: number
  /** Steps since then; 0 at the peak. */
  length: number
}
