import { periodReturn } from '@/lib/metrics/returns/period-return'
import type { Cell, Windows } from './cell'
import { type Daily, type LegPair, within } from './measured-series'
import type { Span, TradingWindows } from './trading-windows'

/**
 * Returns what a leg itself earned in the week, the month and the year to date: a window figure without a reference, and so
 * the same under both conventions.
 * @param id `<series>.absolute`, the beginning of the cells' ids
 * @param leg daily simple returns on the days of the windows, decimal fractions
 */
export function absoluteReturns(id: string, leg: Daily, { week, month, year, terms }: TradingWindows): Windows {
  const cell = (name: string, span: Span): Cell => ({
    id: `${id}.${name}`,
    value: periodReturn(within(leg, span)),
    percentile: null,
  })
  const { cells } = terms
  return { week: cell(cells.week, week), month: cell(cells.month, month), year: cell(cells.year, year) }
}

/** Returns the pair whose figures are the leg's own returns: the leg against a reference that earns nothing. */
export function againstNothing(leg: Daily): LegPair {
  return { leg, against: leg.map((value) => (value === null ? null : 0)) }
}
