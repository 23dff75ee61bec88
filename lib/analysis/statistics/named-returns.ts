import { lineReturn, lineReturnPerYear } from '@/lib/analysis/line'
import { spreadOver } from '@/lib/analysis/measure'
import type { LegPair } from '@/lib/analysis/measured-series'
import { type Dated, namedPeriods, PERIOD_NAMES, type PeriodName } from '@/lib/analysis/periods'
import type { Convention } from '@/lib/base/convention'

/** Figures of the named periods, decimal fractions; null where a day is missing or the period begins before inception. */
export type NamedReturns = Record<PeriodName, number | null>

/** These have window figures; the longer ones have line figures. */
const WINDOW_NAMES: readonly PeriodName[] = ['week', 'month', 'quarter', 'year', 'oneYear']

/**
 * Returns the figures of the named periods of a pair of legs: week to one year by the convention; 3 and 5 years and
 * since inception of the NAV ratio, per year when they are longer than a year.
 */
export function namedReturns(dated: Dated, pair: LegPair, convention: Convention): NamedReturns {
  const spans = namedPeriods(dated)
  const figure = (name: PeriodName) => {
    const span = spans[name]
    if (span === null) return null
    if (WINDOW_NAMES.includes(name)) return spreadOver(pair, span, convention)
    return lineReturnPerYear(dated, pair, span) ?? lineReturn(pair, span)
  }
  return Object.fromEntries(PERIOD_NAMES.map((name) => [name, figure(name)])) as NamedReturns
}
