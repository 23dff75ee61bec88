import type { Span } from '@/lib/analysis/trading-windows'
import type { Convention } from '@/lib/base/convention'
import { positionAfter, positionFrom } from '@/lib/base/dates'
import type { Growths } from '@/lib/db/queries/get-growths'
import { spread } from '@/lib/metrics/returns/spread'

/** Trading days divided into spans, so that each window of a report is one or more whole spans. */
export interface DaySpans {
  /** Ascending ISO dates. */
  days: string[]
  /** One after the other, from the first day to the last. */
  spans: Span[]
  /** Number of the span of each day. */
  numbers: Int32Array
}

/** Divides days at the beginning and the end of each window. */
export function divideDays(days: string[], windows: readonly Span[]): DaySpans {
  const edges = [...new Set([0, days.length, ...windows.flatMap(({ from, to }) => [from, to])])].sort((a, b) => a - b)
  const spans = edges.slice(1).map((to, index) => ({ from: edges[index] as number, to }))
  const numbers = new Int32Array(days.length)
  for (const [index, { from, to }] of spans.entries()) numbers.fill(index, from, to)
  return { days, spans, numbers }
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
  /** The lowest and the highest growth of the ratio of its NAVs in a day; null without a row. */
  daily: { low: number; high: number } | null
}

/**
 * Returns a series by spans; a span with a missing day has no growth.
 * @param growths undefined when the store has no row of the series on these days
 */
export function seriesBySpan(
  { code, inception, ended }: { code: string; inception: string; ended: string | null },
  growths: Growths | undefined,
  { days, spans }: DaySpans,
): SeriesBySpan {
  const start = positionFrom(days, inception)
  const end = ended === null ? days.length : positionAfter(days, ended)
  const counts = new Int32Array(spans.length)
  growths?.counts.forEach((count, index) => {
    const span = growths.spans[index]
    if (span === undefined) throw new RangeError(`${code} has more counts than spans`)
    counts[span] = count
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
    hasGap: spans.some(({ from, to }, index) => {
      const count = counts[index]
      return count === undefined || count < Math.min(to, end) - Math.max(from, start)
    }),
    daily: growths === undefined ? null : { low: growths.dailyLow, high: growths.dailyHigh },
  }
}

const NO_NUMBERS = new Float64Array()

/**
 * Returns the spans of days and of the days after them as one.
 * @param days all of them
 */
export function joinDays(days: string[], past: DaySpans, recent: DaySpans): DaySpans {
  const [firstRecent, spans] = [past.days.length, past.spans.length]
  const numbers = new Int32Array(days.length)
  numbers.set(past.numbers)
  numbers.set(
    recent.numbers.map((span) => span + spans),
    firstRecent,
  )
  const later = recent.spans.map(({ from, to }) => ({ from: from + firstRecent, to: to + firstRecent }))
  return { days, spans: [...past.spans, ...later], numbers }
}

/**
 * Returns a series over days and the days after them as one.
 * @param days number of the days of the past
 * @throws TypeError when they are not the same series
 */
export function joinSeries(past: SeriesBySpan, recent: SeriesBySpan | undefined, days: number): SeriesBySpan {
  if (recent?.code !== past.code) throw new TypeError(`${past.code} is continued by ${recent?.code}`)
  const join = (before: GrowthPair, after: GrowthPair): GrowthPair => ({
    leg: Float64Array.of(...before.leg, ...after.leg),
    against: Float64Array.of(...before.against, ...after.against),
  })
  return {
    code: past.code,
    start: past.start < days ? past.start : days + recent.start,
    primary: join(past.primary, recent.primary),
    excess: past.excess && recent.excess && join(past.excess, recent.excess),
    hasGap: past.hasGap || recent.hasGap,
    daily: widest(past.daily, recent.daily),
  }
}

function widest(one: SeriesBySpan['daily'], other: SeriesBySpan['daily']): SeriesBySpan['daily'] {
  if (one === null || other === null) return one ?? other
  return { low: Math.min(one.low, other.low), high: Math.max(one.high, other.high) }
}

/** What the figures of one pair of legs are computed of. */
export interface PairBySpan {
  pair: GrowthPair
  start: number
  days: DaySpans
}

/** Returns the window figure of a pair: as `spreadOver` does from daily returns, to the last digits of a float. */
export function spreadOverSpans(of: PairBySpan, window: Span, convention: Convention): number | null {
  const leg = growthOver(of.pair.leg, of, window)
  const against = growthOver(of.pair.against, of, window)
  return Number.isNaN(leg) || Number.isNaN(against) ? null : spread(leg - 1, against - 1, convention)
}

/** Returns the line figure of a pair, the ratio of the NAVs minus 1: as `lineReturn` does from daily returns. */
export function lineReturnOverSpans(of: PairBySpan, window: Span): number | null {
  const ratio = growthOver(of.pair.leg, of, window) / growthOver(of.pair.against, of, window)
  return Number.isNaN(ratio) ? null : ratio - 1
}

/**
 * Returns the growth of a leg over a window; NaN when it begins before the inception or a day is missing. A report of 1,000
 * factors calls this 700,000 times, so it makes no objects.
 * @throws RangeError when a span is only partly in the window; one that the inception divides may be its first
 */
function growthOver(growths: Float64Array, { start, days }: PairBySpan, { from, to }: Span): number {
  if (from >= to || from < start) return Number.NaN
  let span = days.numbers[from] as number
  let position = from
  let growth = 1
  while (position < to) {
    const own = days.spans[span]
    if (own === undefined || own.to > to || (own.from !== position && position !== start))
      throw new RangeError(`the window from ${days.days[from]} does not consist of whole spans`)
    growth *= growths[span] as number
    position = own.to
    span += 1
  }
  return growth
}
