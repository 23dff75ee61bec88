/** k of n: `wins` periods above zero among `periods` that have a value. */
export interface WinRate {
  wins: number
  periods: number
}

/**
 * In how many periods was the spread above zero?
 * @param spreads one per calendar month or ISO week, decimal fractions; null where the period has no value
 * @returns wins counts those strictly above zero; periods those that have a value, so a gap shortens the record
 * @example winRate([0.01, 0, -0.02, null]) // { wins: 1, periods: 3 }
 */
export function winRate(spreads: readonly (number | null)[]): WinRate {
  const known = spreads.filter((spread) => spread !== null)
  return { wins: known.filter((spread) => spread > 0).length, periods: known.length }
}
