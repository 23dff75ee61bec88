import { formatPercent } from '@/lib/base/format'
import type { ChartOption, Frame } from '@/lib/charts/frame'
import type { Window } from '@/lib/charts/in-view'
import { percentScale } from '@/lib/charts/percent-scale'
import type { LineRows } from '@/lib/figures/rows/rows'
import { lineOption } from './line-option'

/** Draws a cumulative excess return on a linear axis in percent, base 0. */
export function cumulativeExcessOption(rows: LineRows, frame: Frame, window?: Window): ChartOption {
  const line = {
    dates: rows.dates,
    ys: rows.values,
    base: 0,
    scale: percentScale,
    endLabel: (y: number) => formatPercent(y),
  }
  return lineOption(line, frame, window)
}
