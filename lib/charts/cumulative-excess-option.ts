import { formatPercent } from '@/lib/format'
import type { LineRows } from '@/lib/report/figure'
import type { ChartOption, Frame } from './frame'
import type { Window } from './in-view'
import { lineOption } from './line-option'
import { percentScale } from './percent-scale'

/** A cumulative excess return on a linear axis in percent, base 0. */
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
