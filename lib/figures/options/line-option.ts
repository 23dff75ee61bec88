import { decimalYear } from '@/lib/base/dates'
import { CHART_FONT, type ChartOption, type Frame, type Scale } from '@/lib/charts/frame'
import { boundsInView, lastInView, spanOf, type Window } from '@/lib/charts/in-view'
import { gridAxis, timeAxis } from '@/lib/charts/line-axes'
import { linePoints } from '@/lib/charts/line-points'
import { textWidthPx } from '@/lib/charts/text-width'
import { timeTicks } from '@/lib/charts/time-ticks'

/** A line with its values in the unit of its axis. */
export interface Line {
  /** ISO dates, ascending; at least one. */
  dates: readonly string[]
  /** null is a gap. */
  ys: readonly (number | null)[]
  /** Value of the base line, in the unit of the axis. */
  base: number
  /** Returns the axis for values from `low` to `high`, on `heightPx`. */
  scale: (low: number, high: number, heightPx: number) => Scale
  /** Formats the last value. */
  endLabel: (y: number) => string
}

/**
 * Draws one line with its base line, a light grid, whole years, and its last value in the right gutter.
 * @param window given for a live chart: axes, marks and end label fit the days in view, and the pointer finds each day.
 */
export function lineOption(line: Line, frame: Frame, window?: Window): ChartOption {
  const { palette } = frame
  const span = window ?? spanOf(line.dates)
  const plotHeight = frame.heightPx - TOP - bottomOf(frame)
  const [low, high] = boundsInView(line.dates, [line.ys], span, line.base)
  const scale = line.scale(low, high, plotHeight)
  const end = lastPoint(line, span)
  const grid = gridOf(frame, scale, end === null ? '' : line.endLabel(end.y))
  const plotPx = frame.widthPx - grid.left - grid.right
  const ticks = timeTicks(span.from, span.to, plotPx, frame.widthPx < 400 ? 64 : 84)
  const fontPx = axisFontPx(frame)
  const rounded = { cap: 'round', join: 'round' } as const
  return {
    animation: false,
    textStyle: { fontFamily: CHART_FONT },
    grid,
    xAxis: timeAxis(timeDomain(spanOf(line.dates)), ticks, { palette, fontPx, marginPx: 9 }),
    yAxis: gridAxis(scale, line.base, { palette, fontPx, marginPx: 8 }),
    series: [
      {
        id: 'line',
        type: 'line',
        data: linePoints(line.dates, line.ys, window === undefined ? plotPx : null),
        lineStyle: { color: palette.accent, width: isLarge(frame) ? 1.75 : 1.5, ...rounded },
        itemStyle: { color: palette.accent },
        symbol: 'none',
        clip: window !== undefined,
        silent: true,
        emphasis: { disabled: true },
      },
      ...(end === null ? [] : [endSeries(end, line.endLabel(end.y), frame)]),
    ],
  }
}

type Grid = { left: number; right: number; top: number; bottom: number; outerBoundsMode: 'none' }

/** Space above the plot for a label at its top, px. */
const TOP = 12

/** Is the picture wide, as the main chart of a page? Then its type is larger. */
function isLarge({ widthPx }: Frame): boolean {
  return widthPx > 800
}

export function axisFontPx(frame: Frame): number {
  return isLarge(frame) ? 12 : 11
}

function bottomOf(frame: Frame): number {
  return isLarge(frame) ? 30 : 28
}

function endFontPx(frame: Frame): number {
  return isLarge(frame) ? 15 : 13
}

/** Computes margins from their texts with estimated widths: the server cannot measure fonts. */
function gridOf(frame: Frame, scale: Scale, endText: string): Grid {
  const labels = scale.ticks.map(({ label }) => textWidthPx(label, axisFontPx(frame)))
  return {
    left: Math.max(frame.minGutters?.leftPx ?? 26, ...labels.map((width) => width + 10)),
    right: Math.max(frame.minGutters?.rightPx ?? 46, textWidthPx(endText, endFontPx(frame), 'bold') + 14),
    top: TOP,
    bottom: bottomOf(frame),
    outerBoundsMode: 'none',
  }
}

/** Returns the ends of the time axis; a single day is at the right end, so that its value is in the gutter. */
export function timeDomain({ from, to }: Window): { min: number; max: number } {
  const [min, max] = [decimalYear(from), decimalYear(to)]
  return min < max ? { min, max } : { min: min - 0.01, max }
}

interface End {
  x: number
  y: number
  /** false when the line ends in a gap. */
  isAtEnd: boolean
}

function lastPoint({ dates, ys }: Line, window: Window): End | null {
  const last = lastInView(dates, ys, window)
  return last && { x: decimalYear(last.date), y: last.value, isAtEnd: last.date === window.to }
}

/** Draws the last point as a dot with its value: a series of one point, since ECharts gives a line no such label. */
function endSeries({ x, y, isAtEnd }: End, text: string, frame: Frame) {
  return {
    id: 'end',
    type: 'line' as const,
    data: [[x, y]],
    symbol: 'circle',
    symbolSize: isLarge(frame) ? 6 : 5,
    showSymbol: true,
    itemStyle: { color: frame.palette.accent },
    label: {
      show: true,
      position: 'right' as const,
      distance: isLarge(frame) ? 8 : 6,
      formatter: () => text,
      color: frame.palette.accent,
      fontSize: endFontPx(frame),
      fontWeight: 'bold' as const,
      /** Covers the grid when the line ends before its axis does. */
      ...(isAtEnd ? { textBorderWidth: 0 } : { textBorderColor: frame.palette.bg, textBorderWidth: 3 }),
    },
    clip: false,
    silent: true,
    emphasis: { disabled: true },
    tooltip: { show: false },
  }
}
