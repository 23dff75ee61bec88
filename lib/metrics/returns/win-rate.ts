/**
 * Returns the number of periods with a spread above zero, and the number of periods.
 * @param spreads one per calendar month or ISO week, decimal fractions, any order; null where a period has no value
 * @returns two counts; 0 of 0 when no period has a value. Convention: a win is strictly above zero, so a spread of 0 is
 *   a period without a win. A period without a value does not count
 * @see C. R. Bacon, Practical Portfolio Performance Measurement and Attribution, 2nd ed. (2008), ch. 4: upside frequency
 * @see R package PerformanceAnalytics, UpsideFrequency(MAR = 0)
 * @example winRate([0.01, 0, -0.02, null]) // { wins: 1, periods: 3 }
 */
export function winRate(spreads: readonly (number | null)[]): WinRate {
  const known = spreads.filter((spread) => spread !== null)
  return { wins: known.filter((spread) => spread > 0).length, periods: known.length }
}

export interface WinRate {
  /** Periods with a spread above zero. */
  wins: number
  /** Periods with a value. */
  periods: number
}
