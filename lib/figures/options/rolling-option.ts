import type { ChartOption, Frame } from '@/lib/charts/frame'
import type { Window } from '@/lib/charts/in-view'
import { percentScale } from '@/lib/charts/percent-scale'
import type { LineRows } from '@/lib/figures/rows/rows'
import { lineOption } from './line-option'
import { measureText } from './measure-text'

/**
 * Draws volatility in percent, or return to risk, of the year that ends with each day, on a linear axis that includes
 * 0.
 */
export function rollingOption(rows: LineRows, frame: Frame, window?: Window): ChartOption {
  const isRatio = rows.measure === 'rolling-ratio'
  const scale = (low: number, high: number, heightPx: number) => {
    const { ticks, ...ends } = isRatio
      ? percentScale(low, high, heightPx, { minSpan: 0.2 })
      : percentScale(low, high, heightPx)
    return { ...ends, ticks: ticks.map(({ at }) => ({ at, label: tickText(isRatio ? at : at * 100) })) }
  }
  const line = {
    dates: rows.dates,
    ys: rows.values,
    base: 0,
    scale,
    endLabel: (y: number) => measureText(y, rows.measure),
  }
  return lineOption(line, frame, window)
}

/** Formats with as few decimals as possible: "0.5", "−1", "12". */
function tickText(at: number): string {
  return String(Number(at.toPrecision(6))).replace('-', '−')
}
