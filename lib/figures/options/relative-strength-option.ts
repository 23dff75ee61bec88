import { formatRatio } from '@/lib/base/format'
import type { ChartOption, Frame } from '@/lib/charts/frame'
import type { Window } from '@/lib/charts/in-view'
import { logarithm, ratioScale } from '@/lib/charts/ratio-scale'
import type { LineRows } from '@/lib/figures/rows/rows'
import { type Line, lineOption } from './line-option'

/**
 * Draws the ratio of two NAVs on a log axis, base 1: equal slopes are equal growth rates.
 * @throws RangeError when a value is not above 0.
 */
export function relativeStrengthOption(rows: LineRows, frame: Frame, window?: Window): ChartOption {
  const line: Line = {
    dates: rows.dates,
    ys: rows.values.map((value) => (value === null ? null : logarithm(value))),
    base: 0,
    scale: (low, high, heightPx) => ratioScale(2 ** low, 2 ** high, heightPx),
    endLabel: (y) => formatRatio(2 ** y),
  }
  return lineOption(line, frame, window)
}
