import type { ManySeries } from '@/lib/analysis/by-span/get-series-by-span'
import type { SeriesBySpan } from '@/lib/analysis/by-span/series-by-span'
import { measureBySpans, standingBySpans, weeksBySpans } from '@/lib/analysis/by-span/window-measure'
import type { TradingWindows } from '@/lib/analysis/trading-windows'
import type { Convention } from '@/lib/base/convention'
import type { FactorEntry, WindowFactor } from '@/lib/report/model/inputs'

interface RowContext {
  days: ManySeries['days']
  windows: TradingWindows
  convention: Convention
}

/** Returns the row of a factor, still without rank and without the letter of a note. */
export function windowFactor(
  entry: Pick<FactorEntry, 'code' | 'position' | 'name' | 'shortName'>,
  { code, start, primary, excess }: SeriesBySpan,
  context: RowContext,
): WindowFactor {
  if (!excess) throw new TypeError(`${code} is a factor without a benchmark`)
  const longShort = { id: `${code}.longShort`, pair: primary, start, ...context }
  const longExcess = { id: `${code}.longExcess`, pair: excess, start, ...context }
  const weeks = weeksBySpans(longShort)
  const row = {
    code,
    number: entry.position,
    name: entry.name,
    shortName: entry.shortName,
    noteLetter: null,
    standing: standingBySpans(longShort, weeks),
    primary: measureBySpans(longShort, weeks),
    longExcess: measureBySpans(longExcess, weeksBySpans(longExcess)),
  }
  return { row, weeks }
}
