import { periodReturn } from '@/lib/metrics/returns/period-return'
import type { SeriesHistory } from './history'
import { lineReturn } from './line'
import { spreadOver } from './measure'
import { within } from './measured-series'
import { namedPeriods } from './periods'
import type { Span } from './trading-windows'

/** Both figures of one period with their legs, decimal fractions: what lies between a table and a line. */
export interface Bridge {
  /** First and last trading day. */
  from: string
  to: string
  /** Period returns of the long and short leg, or of portfolio and index. */
  leg: number
  against: number
  /** The window figure under the arithmetic convention, leg − against. */
  difference: number
  /** The line figure, (1 + leg)/(1 + against) − 1. */
  ratio: number
}

/** Returns both figures of a period; null when a day is missing. */
export function bridgeOver(history: SeriesHistory, span: Span): Bridge | null {
  const [leg, against] = [history.leg, history.against].map((daily) => periodReturn(within(daily, span)))
  const [difference, ratio] = [spreadOver(history, span, 'arithmetic'), lineReturn(history, span)]
  const [from, to] = [history.days[span.from], history.days[span.to - 1]]
  if (from === undefined || to === undefined) return null
  if (leg == null || against == null || difference === null || ratio === null) return null
  return { from, to, leg, against, difference, ratio }
}

/** Is a period one that has a window figure: the running week, month, quarter or year, or one year? */
export function isWindow(history: SeriesHistory, { from, to }: Span): boolean {
  const { week, month, quarter, year, oneYear } = namedPeriods(history)
  return [week, month, quarter, year, oneYear].some((span) => span?.from === from && span.to === to)
}
