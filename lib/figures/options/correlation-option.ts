import { formatSigned } from '@/lib/base/format'
import type { ChartOption, Frame } from '@/lib/charts/frame'
import type { Window } from '@/lib/charts/in-view'
import type { LineRows } from '@/lib/figures/rows/rows'
import { lineOption } from './line-option'

/** Draws a correlation on an axis that is always from −1 to 1, so that its strength is visible. */
export function correlationOption(rows: LineRows, frame: Frame, window?: Window): ChartOption {
  const line = {
    dates: rows.dates,
    ys: rows.values,
    base: 0,
    scale: () => ({ low: -1.04, high: 1.04, ticks: [-1, -0.5, 0, 0.5, 1].map((at) => ({ at, label: tickText(at) })) }),
    endLabel: (y: number) => formatSigned(y),
  }
  return lineOption(line, frame, window)
}

function tickText(at: number): string {
  return at === 0 ? '0' : formatSigned(at, 1)
}
