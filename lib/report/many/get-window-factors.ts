import { setImmediate as nextTurn } from 'node:timers/promises'
import { getSeriesBySpan } from '@/lib/analysis/by-span/get-series-by-span'
import { figureWindows } from '@/lib/analysis/by-span/window-measure'
import { tradingWindows } from '@/lib/analysis/trading-windows'
import type { Convention } from '@/lib/base/convention'
import type { FactorEntry, WindowFactor } from '@/lib/report/model/inputs'
import { windowFactor } from './window-row'

interface Request {
  version: number
  convention: Convention
  /** All of one market. */
  entries: readonly FactorEntry[]
  /** Trading days of the market up to the as-of date. */
  days: string[]
}

/** A factor of many, and whether its notes need its daily returns. */
interface FoundFactor extends WindowFactor {
  hasGap: boolean
}

/** After this number of rows, other requests are answered. */
const TURN_ROWS = 100

/** Returns the rows of many factors, in the order of the entries, without reading their daily returns. */
export async function getWindowFactors({ version, convention, entries, days }: Request): Promise<FoundFactor[]> {
  const windows = tradingWindows(days)
  const kind = 'factor_returns' as const
  const many = await getSeriesBySpan({ version, kind, series: entries, days, windows: figureWindows(windows) })
  const context = { days: many.days, windows, convention }
  const found: FoundFactor[] = []
  for (const [index, entry] of entries.entries()) {
    const series = many.series[index]
    if (!series) throw new TypeError(`${entry.code} was not read`)
    found.push({ ...windowFactor(entry, series, context), hasGap: series.hasGap })
    if (found.length % TURN_ROWS === 0) await nextTurn()
  }
  return found
}
