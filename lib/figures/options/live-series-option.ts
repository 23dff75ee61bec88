import type { ChartOption, Frame } from '@/lib/charts/frame'
import type { Window } from '@/lib/charts/in-view'
import { zoomOption } from '@/lib/charts/zoom-option'
import type { SeriesRows } from '@/lib/figures/rows/rows'
import { seriesOption } from './series-option'

/**
 * Draws the series of a live chart: the days of `window` in view, a line through both panels at the day under the
 * pointer.
 */
export function liveSeriesOption(rows: SeriesRows, frame: Frame, window: Window): ChartOption {
  const option = seriesOption(rows, frame, window)
  const panels = [option.xAxis].flat().map((_, index) => index)
  const lineStyle = { color: frame.palette.ink3, width: 1, type: 'solid' as const }
  return {
    ...option,
    // The page shows the values in a separate element.
    tooltip: { trigger: 'axis', showContent: false, axisPointer: { type: 'line', lineStyle } },
    axisPointer: { link: [{ xAxisIndex: panels }] },
    dataZoom: [zoomOption(panels, false)],
  }
}
