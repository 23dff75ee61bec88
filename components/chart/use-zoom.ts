import { useState } from 'react'
import { decimalYear } from '@/lib/base/dates'
import { dayAt } from '@/lib/charts/day-at'
import type { ChartOption, Frame } from '@/lib/charts/frame'
import { isWhole, spanOf, type Window } from '@/lib/charts/in-view'
import type { Chart } from './live-surface'

interface Zoom {
  /** The days in view. */
  window: Window
  isZoomed: boolean
  /** Shows the days from one position to another. */
  zoomTo: (chart: Chart | null, from: number, to: number) => void
  /** Shows a span `factor` times as long, around a day. */
  zoomBy: (chart: Chart | null, factor: number, centre: number) => void
  /** Reads the days in view from the chart. */
  readWindow: (chart: Chart | null, option: ChartOption, frame: Frame) => void
}

/** Returns the days in view of a live chart, and functions to change them. */
export function useZoom(dates: readonly string[]): Zoom {
  const [window, setWindow] = useState(() => spanOf(dates))

  function zoomTo(chart: Chart | null, from: number, to: number) {
    const [first, last] = [dates[from], dates[to]]
    if (first === undefined || last === undefined) return
    chart?.dispatchAction({ type: 'dataZoom', startValue: decimalYear(first), endValue: decimalYear(last) })
  }

  function readWindow(chart: Chart | null, { grid }: ChartOption, frame: Frame) {
    const [plot] = [grid].flat()
    if (chart === null || plot === undefined) return
    const dateAt = (px: number) => dates[dayAt(dates, Number(chart.convertFromPixel({ xAxisIndex: 0 }, px)))]
    const [from, to] = [dateAt(Number(plot.left)), dateAt(frame.widthPx - Number(plot.right))]
    if (from !== undefined && to !== undefined) setWindow({ from, to })
  }

  return {
    window,
    isZoomed: !isWhole(dates, window),
    zoomTo,
    zoomBy: (chart, factor, centre) => zoomTo(chart, ...scaled(dates, window, centre, factor)),
    readWindow,
  }
}

/** Returns first and last day of a window `factor` times as long, around a day, within the line. */
function scaled(dates: readonly string[], window: Window, centre: number, factor: number): [number, number] {
  const length = (decimalYear(window.to) - decimalYear(window.from)) * factor
  const middle = decimalYear(dates[centre] ?? window.to)
  const end = Math.min(middle + length / 2, decimalYear(dates.at(-1) ?? window.to))
  return [dayAt(dates, end - length), dayAt(dates, end)]
}
