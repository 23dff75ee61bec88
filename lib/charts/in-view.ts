/** The days in view: all days of a chart, or the part that the reader zoomed to. */

/** ISO dates, both included. */
export interface Window {
  from: string
  to: string
}

/**
 * Returns the first and last date.
 * @throws RangeError when there is no date
 */
export function spanOf(dates: readonly string[]): Window {
  const [from, to] = [dates[0], dates.at(-1)]
  if (from === undefined || to === undefined) throw new RangeError('a line needs at least one date')
  return { from, to }
}

export function isWhole(dates: readonly string[], { from, to }: Window): boolean {
  return from === dates[0] && to === dates.at(-1)
}

/**
 * Returns the lowest and the highest value in view. Includes the base, where all lines begin, when the whole span is in
 * view or no value is.
 */
export function boundsInView(
  dates: readonly string[],
  lines: readonly (readonly (number | null)[])[],
  window: Window,
  base: number,
): [low: number, high: number] {
  const shown = lines.flatMap((ys) => ys.filter((y, index) => y !== null && isBetween(dates[index], window)))
  const known = shown.filter((y) => y !== null)
  const counted = isWhole(dates, window) || known.length === 0 ? [...known, base] : known
  return counted.reduce<[number, number]>(
    ([low, high], y) => [Math.min(low, y), Math.max(high, y)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  )
}

/** Returns the position of the last value in view, for the label of the line; null for a line without one. */
export function lastInView(
  dates: readonly string[],
  values: readonly (number | null)[],
  window: Window,
): { position: number; date: string; value: number } | null {
  const position = values.findLastIndex((value, index) => value !== null && isBetween(dates[index], window))
  const [date, value] = [dates[position], values[position] ?? null]
  return date === undefined || value === null ? null : { position, date, value }
}

function isBetween(date: string | undefined, { from, to }: Window): boolean {
  return date !== undefined && date >= from && date <= to
}
