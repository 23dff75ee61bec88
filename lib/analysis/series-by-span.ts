import type { Convention } from '@/lib/base/convention'
import { positionAfter, positionFrom } from '@/lib/base/dates'
import type { Growths } from '@/lib/db/queries/get-growths'
import { spread } from '@/lib/metrics/returns/spread'
import type { Span } from './trading-windows'

/** Trading days divided into spans, so that each window of a report is one or more whole spans. */
export interface DaySpans {
  /** Ascending ISO dates. */
  days: string[]
  /** One after the other, from the first day to the last. */
  spans: Span[]
  /** Number of the span of each day. */
  numbers: number[]
}

/** Divides days at the beginning and the end of each window. */
export function divideDays(days: string[], windows: readonly Span[]): DaySpans {
  const edges = [...new Set([0, days.length, ...windows.flatMap(({ from, to }) => [from, to])])].sort((a, b) => a - b)
  const spans = edges.slice(1).map((to, index) => ({ from: edges[index] as number, to }))
  return { days, spans, numbers: spans.flatMap(({ from, to }, index) => Array<number>(to - from).fill(index)) }
}

/** Growth of two legs over each span, product of 1 + daily return; NaN where a day of the series is missing. */
export interface GrowthPair {
  leg: Float64Array
  against: Float64Array
}

/** A series by spans instead of days: all that its window figures need, in a hundredth of the space. */
export interface SeriesBySpan {
  code: string
  /** Position of the first day from the inception on; the number of days when it is later. */
  start: number
  /** Long against short, or portfolio against index. */
  primary: GrowthPair
  /** Long against the universe's average; null for a portfolio. */
  excess: GrowthPair | null
  /** Whether a day between its inception and its end, or the last day, has no return. */
  hasGap: boolean
}

/** @param growths undefined when the store has no row of the series on these days */
export function seriesBySpan(
  { code, inception, ended }: { code: string; inception: string; ended: string | null },
  growths: Growths | undefined,
  { days, spans }: DaySpans,
): SeriesBySpan {
  const start = positionFrom(days, inception)
  const end = ended === null ? days.length : positionAfter(days, ended)
  const counts = new Int32Array(spans.length)
  growths?.spans.forEach((span, index) => {
    counts[span] = growths.counts[index] ?? 0
  })
  const isWhole = spans.map(({ from, to }, span) => counts[span] === to - Math.max(from, start))
  const wholeSpans = (growth: Float64Array = NO_NUMBERS) => {
    const column = new Float64Array(spans.length).fill(Number.NaN)
    growths?.spans.forEach((span, index) => {
      if (isWhole[span]) column[span] = growth[index] ?? Number.NaN
    })
    return column
  }
  const [leg, against] = [wholeSpans(growths?.leg), wholeSpans(growths?.against)]
  return {
    code,
    start,
    primary: { leg, against },
    excess: growths?.benchmark === null ? null : { leg, against: wholeSpans(growths?.benchmark) },
    hasGap: spans.some(({ from, to }, span) => (counts[span] ?? 0) < Math.min(to, end) - Math.max(from, start)),
  }
}

const NO_NUMBERS = new Float64Array()

/** What the figures of one pair of legs are computed of. */
export interface PairBySpan {
  pair: GrowthPair
  start: number
  days: DaySpans
}

/** Returns the window figure of a pair: as `spreadOver` does from daily returns, to the last digits of a float. */
export function spreadOverSpans(of: PairBySpan, window: Span, convention: Convention): number | null {
  const growths = growthsOver(of, window)
  return growths && spread(growths.leg - 1, growths.against - 1, convention)
}

/** Returns the line figure of a pair, the ratio of the NAVs minus 1: as `lineReturn` does from daily returns. */
export function lineReturnOverSpans(of: PairBySpan, window: Span): number | null {
  const growths = growthsOver(of, window)
  return growths && growths.leg / growths.against - 1
}

/**
 * Returns the growth of both legs over a window; null when it begins before the inception or a day is missing.
 * @throws RangeError when a span is only partly in the window; one that the inception divides may be its first
 */
function growthsOver({ pair, start, days }: PairBySpan, { from, to }: Span): { leg: number; against: number } | null {
  if (from >= to || from < start) return null
  const { spans, numbers } = days
  const first = numbers[from] ?? spans.length
  let [leg, against, position] = [1, 1, from]
  for (let span = first; position < to; span++) {
    const own = spans[span]
    if (!own || own.to > to || (own.from !== position && position !== start))
      throw new RangeError(`the window from ${days.days[from]} does not consist of whole spans`)
    leg *= pair.leg[span] as number
    against *= pair.against[span] as number
    position = own.to
  }
  return Number.isNaN(leg) || Number.isNaN(against) ? null : { leg, against }
}
