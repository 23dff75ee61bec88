/** Window figures and line figures of one series, as tables show them. */
import type { Convention } from '@/lib/base/convention'
import { formatPercentInText } from '@/lib/base/format'
import {
  between,
  grown,
  type Legs,
  lineFigures,
  type Pair,
  pairOf,
  windowFigure,
  windowSince,
  windowStarts,
} from './naive-figures'

/** Last day of the demo. */
export const AS_OF = '2024-08-30'
export const STARTS = windowStarts(AS_OF)
/** A period that is no window. */
export const CHOSEN = { from: '2019-04-08', to: '2023-02-17' }

export function measureOf({ folder }: Legs): string {
  return folder === 'factors' ? 'longShort' : 'excess'
}

export function measuresOf(legs: Legs): [measure: string, pair: Pair][] {
  const primary: [string, Pair] = [measureOf(legs), pairOf(legs)]
  return legs.folder === 'factors' ? [primary, ['longExcess', { ...pairOf(legs), b: legs.benchmark }]] : [primary]
}

/** Returns the window figures of week, month and year. */
export function stripOf(pair: Pair, convention: Convention): (number | null)[] {
  return [STARTS.week, STARTS.month, STARTS.year].map((from) => windowSince(pair, from, AS_OF, convention))
}

/** Returns the figures of the named periods: window figures up to one year, then line figures per year. */
export function namedFigures(pair: Pair, convention: Convention, asOf = AS_OF) {
  const starts = windowStarts(asOf)
  const window = (from: string) => windowSince(pair, from, asOf, convention)
  const perYear = (from: string) =>
    windowSince(pair, from, asOf, convention) === null ? null : lineFigures(between(pair, from, asOf)).perYear
  return {
    week: window(starts.week),
    month: window(starts.month),
    quarter: window(starts.quarter),
    year: window(starts.year),
    oneYear: window(starts.oneYear),
    threeYears: perYear(starts.threeYears),
    fiveYears: perYear(starts.fiveYears),
    inception: perYear(pair.dates[0] ?? ''),
  }
}

/** Returns legs, difference and ratio of a period. */
export function bridgeFigures(period: Pair): string[] {
  const figures = [
    grown(period.a) - 1,
    grown(period.b) - 1,
    windowFigure(period, 'arithmetic'),
    lineFigures(period).total,
  ]
  return figures.map((value) => formatPercentInText(value))
}
