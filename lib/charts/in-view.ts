/** The days in view: all days of a chart, or the part that the reader zoomed to. */
import { positionAfter, positionFrom } from '@/lib/base/dates'

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

/** Returns whether a window has all dates. */
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
  const [from, to] = [positionFrom(dates, window.from), positionAfter(dates, window.to)]
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const ys of lines) {
    for (let position = from; position < to; position++) {
      const y = ys[position] ?? null
      if (y === null) continue
      if (y < low) low = y
      if (y > high) high = y
    }
  }
  return isWhole(dates, window) || low > high ? [Math.min(low, base), Math.max(high, base)] : [low, high]
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
