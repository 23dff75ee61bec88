import type { WallParameters } from '@/lib/address/parameters/wall-parameters'
import type { SeriesHistory } from '@/lib/analysis/history'
import type { SharedScale } from '@/lib/charts/frame'
import { cumulativeLine } from '@/lib/figures/kinds/cumulative-line'
import type { FigureName } from '@/lib/figures/registry'
import type { LineRows } from '@/lib/figures/rows/rows'
import { seriesLine } from '@/lib/figures/rows/series-line'

/** Returns the kind of figure of a small multiple on the wall. */
export function outlineKind(line: WallParameters['line']): FigureName {
  return line === undefined ? 'outline' : `outline-${line}`
}

/** Returns the series that have the requested line, and axes on which all of them can be compared. */
export function wallLines(histories: readonly SeriesHistory[], line: WallParameters['line']) {
  const found = histories.flatMap((history) => {
    const rows = rowsOf(history, line)
    const from = rows?.dates[0]
    return rows && from !== undefined ? [{ code: history.code, from, ...boundsOf(rows) }] : []
  })
  const [first] = found
  const scale = first
    ? found.reduce<SharedScale>(
        ({ from, low, high }, next) => ({
          from: next.from < from ? next.from : from,
          low: Math.min(low, next.low),
          high: Math.max(high, next.high),
        }),
        { from: first.from, low: 1, high: 1 },
      )
    : null
  return { scale, drawn: new Set(found.map(({ code }) => code)) }
}

function rowsOf(history: SeriesHistory, line: WallParameters['line']) {
  if (line !== undefined) return seriesLine(history, line === 'drawdown' ? 'drawdown' : 'rolling-return', '')
  return cumulativeLine(history, 'relative-strength', '')
}

/** Returns the bounds as ratios: a fraction plus 1. */
function boundsOf({ values, measure }: LineRows): { low: number; high: number } {
  const more = measure === 'relative-strength' ? 0 : 1
  let [low, high] = [1, 1]
  for (const value of values) {
    if (value === null) continue
    low = Math.min(low, value + more)
    high = Math.max(high, value + more)
  }
  return { low, high }
}
