import { lineReturn, ratePerYear } from '@/lib/analysis/line'
import { spreadOver } from '@/lib/analysis/measure'
import type { LegPair } from '@/lib/analysis/measured-series'
import { type Dated, namedPeriods, PERIOD_NAMES, type PeriodName } from '@/lib/analysis/periods'
import type { Span } from '@/lib/analysis/trading-windows'
import type { Convention } from '@/lib/base/convention'

/** Figures of the named periods, decimal fractions; null where a day is missing or the period begins before inception. */
export type NamedReturns = Record<PeriodName, number | null>

/** These have window figures; the longer ones have line figures. */
const WINDOW_NAMES: readonly PeriodName[] = ['week', 'month', 'quarter', 'year', 'oneYear']

/** The two kinds of figure over a period of the days, decimal fractions; null where a day is missing. */
interface FigureOver {
  windowFigure: (span: Span) => number | null
  lineFigure: (span: Span) => number | null
}

/**
 * Returns the figures of the named periods of a pair of legs: week to one year by the convention; 3 and 5 years and
 * since inception of the NAV ratio, per year when they are longer than a year.
 */
export function namedReturns(dated: Dated, pair: LegPair, convention: Convention): NamedReturns {
  return namedFigures(dated, namedPeriods(dated), {
    windowFigure: (span) => spreadOver(pair, span, convention),
    lineFigure: (span) => lineReturn(pair, span),
  })
}

/** Returns the same from figures over any period, however they are computed. */
export function namedFigures(
  dated: Pick<Dated, 'days' | 'daysPerYear'>,
  spans: Record<PeriodName, Span | null>,
  { windowFigure, lineFigure }: FigureOver,
): NamedReturns {
  const figure = (name: PeriodName) => {
    const span = spans[name]
    if (span === null) return null
    if (WINDOW_NAMES.includes(name)) return windowFigure(span)
    const total = lineFigure(span)
    return ratePerYear(dated, total, span) ?? total
  }
  return Object.fromEntries(PERIOD_NAMES.map((name) => [name, figure(name)])) as NamedReturns
}
