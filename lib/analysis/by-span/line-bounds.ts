import type { DaySpans, SeriesBySpan } from './series-by-span'

/** The ratio of two NAVs since the start, which is 1. */
export interface LineBounds {
  /** The lowest and the highest value at the end of a span, or at the start. */
  reached: { low: number; high: number }
  /** No value of any day is below or above these. */
  possible: { low: number; high: number }
}

/** Above the error of a product of 100,000 floats. */
const ROUNDING = 1e-9

/**
 * Returns what the line of a series reaches, and what it may have reached between the ends of spans: each day it grew by no more than on its
 * best day, and by no less than on its worst, from the span's beginning and up to the span's end.
 * @returns null when a day is missing from the inception on, or there is none
 */
export function lineBounds({ primary, start, daily }: SeriesBySpan, { spans, numbers }: DaySpans): LineBounds | null {
  if (daily === null || start >= numbers.length) return null
  const [most, least] = [powersOf(Math.max(1, daily.high)), powersOf(Math.min(1, daily.low))]
  let value = 1
  const [reached, possible] = [
    { low: 1, high: 1 },
    { low: 1, high: 1 },
  ]
  for (let span = numbers[start] as number; span < spans.length; span++) {
    const { from, to } = spans[span] as (typeof spans)[number]
    const days = to - Math.max(from, start)
    const end = (value * (primary.leg[span] as number)) / (primary.against[span] as number)
    if (Number.isNaN(end)) return null
    for (let day = 1; day < days; day++) {
      possible.high = Math.max(possible.high, Math.min(value * most(day), end / least(days - day)))
      possible.low = Math.min(possible.low, Math.max(value * least(day), end / most(days - day)))
    }
    reached.high = Math.max(reached.high, end)
    reached.low = Math.min(reached.low, end)
    value = end
  }
  possible.high = Math.max(possible.high, reached.high) * (1 + ROUNDING)
  possible.low = Math.min(possible.low, reached.low) * (1 - ROUNDING)
  return { reached, possible }
}

/** Returns the powers of a number, each computed once. */
function powersOf(base: number): (exponent: number) => number {
  const powers = [1]
  return (exponent) => {
    while (powers.length <= exponent) powers.push((powers.at(-1) as number) * base)
    return powers[exponent] as number
  }
}

/**
 * Returns the series that may have the lowest or the highest value of all lines, and those that lack a day.
 * @param bounds of each series
 */
export function outermost<Series>(series: readonly Series[], bounds: readonly (LineBounds | null)[]): Series[] {
  const known = bounds.filter((own) => own !== null)
  const low = known.reduce((lowest, { reached }) => Math.min(lowest, reached.low), 1)
  const high = known.reduce((highest, { reached }) => Math.max(highest, reached.high), 1)
  return series.filter((_, index) => {
    const own = bounds[index]
    return !own || own.possible.low <= low || own.possible.high >= high
  })
}
