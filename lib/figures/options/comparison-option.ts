import { decimalYear } from '@/lib/base/dates'
import { formatRatio } from '@/lib/base/format'
import { END_FONT_PX, END_LINE_PX, endMark } from '@/lib/charts/end-mark'
import { CHART_FONT, type ChartOption, type Frame, type Scale } from '@/lib/charts/frame'
import { boundsInView, lastInView, spanOf, type Window } from '@/lib/charts/in-view'
import { gridAxis, timeAxis } from '@/lib/charts/line-axes'
import { linePoints } from '@/lib/charts/line-points'
import { letterOf, STROKES, strokeOf } from '@/lib/charts/line-strokes'
import { linearScale } from '@/lib/charts/linear-scale'
import { logarithm, ratioScale } from '@/lib/charts/ratio-scale'
import { spreadApart } from '@/lib/charts/spread-apart'
import { textWidthPx } from '@/lib/charts/text-width'
import { timeTicks } from '@/lib/charts/time-ticks'
import type { LinesRows } from '@/lib/figures/rows/rows'
import { axisFontPx, timeDomain } from './line-option'

/** Space above the plot for a label at its top, px. */
const TOP = 12
const BOTTOM = 28
/** Shift of the highlighted line's label when it is the only label, px. */
const UNMOVED_PX = 0
/** Opacity of the lines beside the highlighted one. */
const DIMMED = 0.25

/**
 * Draws several NAV ratios that begin at 1, each with its letter, name and last value at its end; on a narrow sheet
 * with letter and value only. Lines without their own stroke are faint and have no label.
 * @param window given for a live chart: axes, marks and end labels fit the days in view, and the pointer finds each day
 * @param highlighted index of the highlighted line, drawn over the others with its label; null for none
 * @throws RangeError when a value on a log axis is not above 0
 */
export function comparisonOption(
  rows: LinesRows,
  frame: Frame,
  window?: Window,
  highlighted: number | null = null,
): ChartOption {
  const { palette } = frame
  const span = window ?? spanOf(rows.dates)
  const toAxis = rows.axis === 'log' ? logarithm : (ratio: number) => ratio
  const lines = rows.lines.map(({ values }) => values.map((value) => (value === null ? null : toAxis(value))))
  const scale = scaleOf(rows, lines, span, frame.heightPx - TOP - BOTTOM)
  const ends = rows.lines.map(({ values, label }, index) => endOf(rows, values, span, labelOf(label, index, frame)))
  const texts = ends.slice(0, STROKES.length).flatMap((end) => (end === null ? [] : [end.text]))
  const grid = gridOf(frame, scale, texts)
  const plotPx = frame.widthPx - grid.left - grid.right
  const ticks = timeTicks(span.from, span.to, plotPx, frame.widthPx < 400 ? 64 : 84)
  const fontPx = axisFontPx(frame)
  const drops = labelDrops(ends, scale, toAxis, frame.heightPx - TOP - BOTTOM)
  return {
    animation: false,
    textStyle: { fontFamily: CHART_FONT },
    grid,
    xAxis: timeAxis(timeDomain(spanOf(rows.dates)), ticks, { palette, fontPx, marginPx: 9 }),
    yAxis: gridAxis(scale, toAxis(1), { palette, fontPx, marginPx: 8 }),
    // The first line is drawn last, over the others.
    series: lines
      .flatMap((ys, index) => {
        const { colour, widthPx, dashPx } = strokeOf(index)
        const isHighlighted = index === highlighted
        const look = {
          width: isHighlighted ? widthPx + 1 : widthPx,
          opacity: highlighted === null || isHighlighted ? 1 : DIMMED,
          z: isHighlighted ? 3 : 2,
        }
        const [color, end] = [palette[colour], ends[index] ?? null]
        const line = {
          id: `line-${index}`,
          type: 'line' as const,
          data: linePoints(rows.dates, ys, window === undefined ? plotPx : null),
          lineStyle: {
            color,
            width: look.width,
            opacity: look.opacity,
            type: dashPx.length > 0 ? dashPx : ('solid' as const),
            cap: 'butt' as const,
            join: 'round' as const,
          },
          itemStyle: { color },
          symbol: 'none',
          z: look.z,
          clip: window !== undefined,
          silent: true,
          emphasis: { disabled: true },
        }
        return end === null || (index >= STROKES.length && !isHighlighted)
          ? [line]
          : [
              line,
              endMark(
                {
                  x: end.x,
                  y: toAxis(end.value),
                  text: end.text,
                  id: `end-${index}`,
                  dropPx: drops[index] ?? UNMOVED_PX,
                },
                { color, background: palette.bg, isBold: index === 0, opacity: look.opacity, z: look.z },
              ),
            ]
      })
      .reverse(),
  }
}

interface End {
  x: number
  value: number
  text: string
}

function endOf({ dates }: LinesRows, values: readonly (number | null)[], window: Window, name: string): End | null {
  const last = lastInView(dates, values, window)
  return last && { x: decimalYear(last.date), value: last.value, text: `${name} ${formatRatio(last.value)}` }
}

function labelOf(label: string, index: number, { widthPx }: Frame): string {
  return widthPx < 500 ? letterOf(index) : `${letterOf(index)} ${label}`
}

/** Returns how far each label is below its line's end, so that labels do not overlap; null for a line without label. */
function labelDrops(
  ends: (End | null)[],
  scale: Scale,
  toAxis: (ratio: number) => number,
  heightPx: number,
): (number | null)[] {
  const tops = ends
    .slice(0, STROKES.length)
    .map((end) => end && ((scale.high - toAxis(end.value)) / (scale.high - scale.low)) * heightPx)
  const apart = spreadApart(tops, END_LINE_PX, 0, heightPx)
  return tops.map((top, index) => {
    const labelTop = apart[index] ?? null
    return top === null || labelTop === null ? null : labelTop - top
  })
}

function gridOf(frame: Frame, scale: Scale, texts: string[]) {
  const marks = scale.ticks.map(({ label }) => textWidthPx(label, axisFontPx(frame)))
  return {
    left: Math.max(26, ...marks.map((width) => width + 10)),
    right: Math.max(46, ...texts.map((text) => textWidthPx(text, END_FONT_PX, 'bold') + 14)),
    top: TOP,
    bottom: BOTTOM,
    outerBoundsMode: 'none' as const,
  }
}

/** Returns the axis for the values in view. */
function scaleOf(rows: LinesRows, lines: (number | null)[][], window: Window, heightPx: number): Scale {
  const [low, high] = boundsInView(rows.dates, lines, window, rows.axis === 'log' ? 0 : 1)
  return rows.axis === 'log' ? ratioScale(2 ** low, 2 ** high, heightPx) : linearScale(low, high, heightPx)
}
