import { annualisedReturn } from '@/lib/metrics/returns/annualised-return'
import { lastNavRatio, navRatio } from '@/lib/metrics/returns/nav-ratio'
import { spread } from '@/lib/metrics/returns/spread'
import { isAboveYear } from './above-year'
import { type Daily, type LegPair, within } from './measured-series'
import type { Dated } from './periods'
import type { Span } from './trading-windows'

/**
 * Returns the line of a pair of legs: the ratio of their NAVs. All line figures are made of it, under both conventions.
 * @returns 1 at the close before the span, then a value for each of its days; null from a missing day on
 */
export function lineOver({ leg, against }: LegPair, { from, to }: Span): Daily {
  const before = known.get(leg)
  if (before?.against === against && before.from === from && before.to === to) return before.line
  const line = navRatio(within(leg, { from, to }), within(against, { from, to }))
  known.set(leg, { against, from, to, line })
  return line
}

interface KnownLine extends Span {
  against: Daily
  line: Daily
}

/** The line of each leg that was computed last: a report asks for the one since inception for its table, texts and figures. */
const known = new WeakMap<Daily, KnownLine>()

/** Returns the daily returns of the line, (1 + a)/(1 + b) − 1: they compound to it. null where a leg is null. */
export function lineReturns({ leg, against }: LegPair): Daily {
  return leg.map((value, day) => spread(value, against[day] ?? null, 'geometric'))
}

/** Returns the line figure of a period: the end of the line minus 1. null when a day is missing. */
export function lineReturn(pair: LegPair, span: Span): number | null {
  const end = span.from < span.to ? lastNavRatio(pair.leg, pair.against, span.from, span.to) : null
  return end === null ? null : end - 1
}

/**
 * Returns the line figure of a period as a rate per year.
 * @returns null for a period of a year or less, and when a day is missing
 */
export function lineReturnPerYear(
  { days, daysPerYear }: Pick<Dated, 'days' | 'daysPerYear'>,
  pair: LegPair,
  span: Span,
): number | null {
  return ratePerYear({ days, daysPerYear }, lineReturn(pair, span), span)
}

/**
 * Returns the total of a period as a rate per year.
 * @param total decimal fraction; null when a day is missing
 * @returns null for a period of a year or less, and without a total
 */
export function ratePerYear(
  { days, daysPerYear }: Pick<Dated, 'days' | 'daysPerYear'>,
  total: number | null,
  span: Span,
): number | null {
  const [first, last] = [days[span.from], days[span.to - 1]]
  if (first === undefined || last === undefined || !isAboveYear(first, last)) return null
  return annualisedReturn(total, span.to - span.from, daysPerYear)
}
