/** Figures of a row from its growth by spans: as measure.ts and standing.ts compute them from daily returns. */

import type { Cell, Measure, Standing } from '@/lib/analysis/cell'
import { historicalCell } from '@/lib/analysis/measure'
import { weekStanding } from '@/lib/analysis/standing'
import type { Span, TradingWindows } from '@/lib/analysis/trading-windows'
import type { Convention } from '@/lib/base/convention'
import { winRate } from '@/lib/metrics/returns/win-rate'
import { type PairBySpan, spreadOverSpans } from './series-by-span'

interface WindowRequest extends PairBySpan {
  /** `<series>.<measure>`, the beginning of the cells' ids. */
  id: string
  windows: TradingWindows
  convention: Convention
}

/** Returns the windows of which the figures of a report consist. */
export function figureWindows({ weeks, month, quarter, year, oneYear, winPeriods }: TradingWindows): Span[] {
  return [...weeks, month, quarter, year, ...(oneYear ? [oneYear] : []), ...winPeriods.factor]
}

/** Returns the window figure of every week, oldest first, the running one last. */
export function weeksBySpans(request: WindowRequest): (number | null)[] {
  return request.windows.weeks.map((week) => spreadOverSpans(request, week, request.convention))
}

/**
 * Computes a measure of a factor. Only its week has a percentile: month and year are compared with every period of as many
 * days, for which each day is needed.
 * @param weeks as `weeksBySpans` returns them
 */
export function measureBySpans(request: WindowRequest, weeks: readonly (number | null)[]): Measure {
  const { id, windows, convention } = request
  const periods = windows.winPeriods.factor.map((span) => ({
    end: windows.days[span.to - 1] as string,
    value: spreadOverSpans(request, span, convention),
  }))
  const { cells, leastPast } = windows.terms
  return {
    week: historicalCell(`${id}.${cells.week}`, weeks.at(-1) ?? null, weeks.slice(0, -1), leastPast),
    month: windowCell(cells.month, windows.month, request),
    year: windowCell(cells.year, windows.year, request),
    winRate: winRate(periods.map(({ value }) => value)),
    periods,
  }
}

/** Computes the standing of a row but for its drawdown, for which each day is needed. */
export function standingBySpans(request: WindowRequest, weeks: readonly (number | null)[]): Omit<Standing, 'drawdown'> {
  const { id, windows } = request
  return {
    ...weekStanding(id, weeks, windows),
    quarter: windowCell('quarter', windows.quarter, request),
    oneYear: windowCell('oneYear', windows.oneYear, request),
  }
}

/** Returns a figure without a percentile. */
function windowCell(name: string, span: Span | null, request: WindowRequest): Cell {
  const value = span && spreadOverSpans(request, span, request.convention)
  return { id: `${request.id}.${name}`, value, percentile: null }
}
