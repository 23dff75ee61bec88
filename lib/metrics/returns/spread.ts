/**
 * Returns the difference in return of two legs over the same window.
 * @param a period return of the leg, decimal fraction above −1; null when it has none
 * @param b period return of the leg to compare with, decimal fraction above −1; null when it has none
 * @param convention `arithmetic`: a − b; `geometric`: (1 + a) / (1 + b) − 1. Both have the same sign
 * @returns decimal fraction; null when either is missing
 * @see C. R. Bacon, Practical Portfolio Performance Measurement and Attribution, 2nd ed. (2008): arithmetic and geometric
 *   excess return
 * @example spread(0.5, 0.25, 'geometric') // 0.2
 */
export function spread(a: number | null, b: number | null, convention: 'arithmetic' | 'geometric'): number | null {
  if (a === null || b === null) return null
  return convention === 'arithmetic' ? a - b : (1 + a) / (1 + b) - 1
}
