import type { Convention } from '@/lib/base/convention'
import { periodReturn } from '@/lib/metrics/returns/period-return'
import { rollingRank } from '@/lib/metrics/returns/rolling-rank'
import { spread } from '@/lib/metrics/returns/spread'
import { winRate } from '@/lib/metrics/returns/win-rate'
import { percentileRank } from '@/lib/metrics/statistics/percentile-rank'
import type { Cell, Measure } from './cell'
import type { LegPair } from './measured-series'
import type { Span, TradingWindows } from './trading-windows'

interface MeasureRequest {
  /** `<series>.<measure>`, the beginning of the cells' ids. */
  id: string
  pair: LegPair
  windows: TradingWindows
  /** Periods of the win rate, of `winPeriods`. */
  periods: Span[]
  convention: Convention
}

/** Computes week, month and year of one pair of legs, each with its percentile in its own history, and the win rate. */
export function measure({ id, pair, windows, periods, convention }: MeasureRequest): Measure {
  const signed = periods.map((span) => ({
    end: windows.days[span.to - 1] as string,
    value: spreadOver(pair, span, convention),
  }))
  const weeks = weekSpreads(pair, windows, convention)
  const { cells, leastPast } = windows.terms
  return {
    week: historicalCell(`${id}.${cells.week}`, weeks.at(-1) ?? null, weeks.slice(0, -1), leastPast),
    month: toDate(`${id}.${cells.month}`, pair, windows.month, convention),
    year: toDate(`${id}.${cells.year}`, pair, windows.year, convention),
    winRate: winRate(signed.map(({ value }) => value)),
    periods: signed,
  }
}

/**
 * Returns the window figure of a pair of legs: their period returns compared by the convention. Week, month, quarter,
 * year and one year are window figures; all that is said of a line is a line figure, from `line.ts`.
 * @returns decimal fraction; null when a day is missing
 */
export function spreadOver(pair: LegPair, span: Span, convention: Convention): number | null {
  const { from, to } = span
  return spread(periodReturn(pair.leg, from, to), periodReturn(pair.against, from, to), convention)
}

interface KnownWeeks {
  windows: TradingWindows
  convention: Convention
  spreads: readonly (number | null)[]
}

/** The weeks of each pair that were computed last: a report asks for them for its table, its standing and its texts. */
const known = new WeakMap<LegPair, KnownWeeks>()

/** Returns the window figure of every week of the windows, oldest first, the running one last. */
export function weekSpreads(
  pair: LegPair,
  windows: TradingWindows,
  convention: Convention,
): readonly (number | null)[] {
  const before = known.get(pair)
  if (before?.windows === windows && before.convention === convention) return before.spreads
  const spreads = windows.weeks.map((week) => spreadOver(pair, week, convention))
  known.set(pair, { windows, convention, spreads })
  return spreads
}

/**
 * Compares a month or year to date with every window of the same number of days that ended before it began. A window without
 * days has no value.
 */
export function toDate(id: string, pair: LegPair, span: Span, convention: Convention): Cell {
  const { from, to } = span
  if (from === to) return { id, value: null, percentile: null }
  const value = spreadOver(pair, span, convention)
  return { id, value, percentile: rollingRank(value, pair.leg, pair.against, to - from, convention, from) }
}

/** Returns a figure with its percentile in its own history. @param least earlier figures that it needs */
export function historicalCell(id: string, value: number | null, history: (number | null)[], least?: number): Cell {
  return { id, value, percentile: percentileRank(value, history, least) }
}
