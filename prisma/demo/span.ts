/** Stretches of days within a daily series. Returns are decimal fractions. */

/** Days `start` (inclusive) to `end` (exclusive) of a daily series. */
export interface Span {
  start: number
  end: number
}

/** Returns the span from one ISO date to another, both inclusive. */
export function spanOf(days: readonly string[], from: string, to: string): Span {
  return { start: countUntil(days, (date) => date >= from), end: countUntil(days, (date) => date > to) }
}

/** Compounds returns: the product of (1 + r), minus 1; 0 for no returns. */
export function compound(returns: readonly number[]): number {
  return returns.reduce((growth, daily) => growth * (1 + daily), 1) - 1
}

/** Compounds the returns of one span of a longer series. */
export function compoundOver(returns: readonly number[], { start, end }: Span): number {
  return compound(returns.slice(start, end))
}

function countUntil(days: readonly string[], reached: (date: string) => boolean): number {
  const index = days.findIndex(reached)
  return index === -1 ? days.length : index
}
