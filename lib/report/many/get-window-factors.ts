import { setImmediate as nextTurn } from 'node:timers/promises'
import { getSeriesBySpan } from '@/lib/analysis/by-span/get-series-by-span'
import { sharedWindows } from '@/lib/analysis/by-span/named-windows'
import { spreadOverSpans } from '@/lib/analysis/by-span/series-by-span'
import { figureWindows } from '@/lib/analysis/by-span/window-measure'
import { type Span, tradingWindows } from '@/lib/analysis/trading-windows'
import type { Convention } from '@/lib/base/convention'
import type { WindowKind } from '@/lib/base/window-kind'
import type { FactorEntry, WindowFactor } from '@/lib/report/model/inputs'
import { windowFactor } from './window-row'

interface Request {
  version: number
  convention: Convention
  /** What the report is of; a week when not given. */
  window?: WindowKind
  /** All of one market. */
  entries: readonly FactorEntry[]
  /** Trading days of the market up to the as-of date. */
  days: string[]
}

/** A factor of many, and whether its notes need its daily returns. */
export interface FoundFactor extends WindowFactor {
  hasGap: boolean
  /** Returns its long-short return over whole weeks, a decimal fraction; null where there is none. */
  overWeeks: (span: Span) => number | null
}

/** After this number of factors, other requests are answered. */
export const TURN_ROWS = 100

/** Returns the rows of many factors, in the order of the entries, without reading their daily returns. */
export async function getWindowFactors({
  version,
  convention,
  window = 'week',
  entries,
  days,
}: Request): Promise<FoundFactor[]> {
  const windows = tradingWindows(days, window)
  const kind = 'factor_returns' as const
  const read = window === 'week' ? sharedWindows(entries, days) : figureWindows(windows)
  const many = await getSeriesBySpan({ version, kind, series: entries, days, windows: read })
  const context = { days: many.days, windows, convention }
  const found: FoundFactor[] = []
  for (const [index, entry] of entries.entries()) {
    const series = many.series[index]
    if (!series) throw new TypeError(`${entry.code} was not read`)
    const longShort = { pair: series.primary, start: series.start, days: many.days }
    const overWeeks = (span: Span) => spreadOverSpans(longShort, span, convention)
    found.push({ ...windowFactor(entry, series, context), hasGap: series.hasGap, overWeeks })
    if (found.length % TURN_ROWS === 0) await nextTurn()
  }
  return found
}
