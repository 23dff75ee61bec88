import { decimalYear } from '@/lib/base/dates'
import { formatRatio } from '@/lib/base/format'
import { CHART_FONT, type ChartOption, type Frame, type Scale } from '@/lib/charts/frame'
import { gridAxis, timeAxis } from '@/lib/charts/line-axes'
import { linePoints } from '@/lib/charts/line-points'
import { letterOf, STROKES, strokeOf } from '@/lib/charts/line-strokes'
import { linearScale } from '@/lib/charts/linear-scale'
import { logarithm, ratioScale } from '@/lib/charts/ratio-scale'
import { spreadApart } from '@/lib/charts/spread-apart'
import { textWidthPx } from '@/lib/charts/text-width'
import { timeTicks } from '@/lib/charts/time-ticks'
import type { LinesRows } from './figure'
import { axisFontPx, spanOf, timeDomain, type Window } from './line-option'

/** Above the plot, so that a label at its very top is not cut. */
const TOP = 12
const BOTTOM = 28
const LABEL_PX = 12
const LABEL_LINE_PX = 16
/** Of a line beyond the named ones that a hand picks out: its label has no other beside it. */
const UNMOVED_PX = 0
/** How strong lines are beside the one that stands out. */
const DIMMED = 0.25

/**
 * Several NAV ratios that begin at 1, each with its letter, name and last value at its end; on a narrow sheet with letter
 * and value alone. Lines beyond those with a stroke of their own are faint and have no label.
 * @param window set for a live chart: no point is dropped, and axes and marks suit the days that are in view
 * @param lit place of the line that stands out, over the others, with its label; null when none does
 * @throws RangeError when a value on a log axis is not above 0
 */
export function comparisonOption(
  rows: LinesRows,
  frame: Frame,
  window?: Window,
  lit: number | null = null,
): ChartOption {
  const { palette } = frame
  const span = window ?? spanOf(rows.dates)
  const place = rows.axis === 'log' ? logarithm : (ratio: number) => ratio
  const lines = rows.lines.map(({ values }) => values.map((value) => (value === null ? null : place(value))))
  const scale = scaleOf(rows, lines, span, frame.heightPx - TOP - BOTTOM)
  const ends = rows.lines.map(({ values, label }, index) => endOf(rows.dates, values, labelOf(label, index, frame)))
  const texts = ends.slice(0, STROKES.length).flatMap((end) => (end === null ? [] : [end.text]))
  const grid = gridOf(frame, scale, texts)
  const plotPx = frame.widthPx - grid.left - grid.right
  const ticks = timeTicks(span.from, span.to, plotPx, frame.widthPx < 400 ? 64 : 84)
  const fontPx = axisFontPx(frame)
  const drops = labelDrops(ends, scale, place, frame.heightPx - TOP - BOTTOM)
  return {
    animation: false,
    textStyle: { fontFamily: CHART_FONT },
    grid,
    xAxis: timeAxis(timeDomain(spanOf(rows.dates)), ticks, { palette, fontPx, marginPx: 9 }),
    yAxis: gridAxis(scale, place(1), { palette, fontPx, marginPx: 8 }),
    // The first line is drawn last, over the others.
    series: lines
      .flatMap((ys, index) => {
        const { colour, widthPx, dashPx } = strokeOf(index)
        const isLit = index === lit
        const look = {
          width: isLit ? widthPx + 1 : widthPx,
          opacity: lit === null || isLit ? 1 : DIMMED,
          z: isLit ? 3 : 2,
        }
        const [color, end] = [palette[colour], ends[index] ?? null]
        const line = {
          id: `line-${index}`,
          type: 'line' as const,
          data: linePoints(rows.dates, ys, window === undefined ? plotPx : Number.POSITIVE_INFINITY),
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
        return end === null || (index >= STROKES.length && !isLit)
          ? [line]
          : [
              line,
              endSeries(
                {
                  x: end.x,
                  y: place(end.value),
                  text: end.text,
                  id: `end-${index}`,
                  dropPx: drops[index] ?? UNMOVED_PX,
                },
                { color, background: palette.bg, ...look },
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

function endOf(dates: readonly string[], values: readonly (number | null)[], name: string): End | null {
  const index = values.findLastIndex((value) => value !== null)
  const [date, value] = [dates[index], values[index]]
  if (date === undefined || value === undefined || value === null) return null
  return { x: decimalYear(date), value, text: `${name} ${formatRatio(value)}` }
}

function labelOf(label: string, index: number, { widthPx }: Frame): string {
  return widthPx < 500 ? letterOf(index) : `${letterOf(index)} ${label}`
}

/** How far below its line's end each label stands, so that none covers another; null for a line that has none. */
function labelDrops(
  ends: (End | null)[],
  scale: Scale,
  place: (ratio: number) => number,
  heightPx: number,
): (number | null)[] {
  const tops = ends
    .slice(0, STROKES.length)
    .map((end) => end && ((scale.high - place(end.value)) / (scale.high - scale.low)) * heightPx)
  const apart = spreadApart(tops, LABEL_LINE_PX, 0, heightPx)
  return tops.map((top, index) => {
    const stands = apart[index] ?? null
    return top === null || stands === null ? null : stands - top
  })
}

function gridOf(frame: Frame, scale: Scale, texts: string[]) {
  const marks = scale.ticks.map(({ label }) => textWidthPx(label, axisFontPx(frame)))
  return {
    left: Math.max(26, ...marks.map((width) => width + 10)),
    right: Math.max(46, ...texts.map((text) => textWidthPx(text, LABEL_PX, 'bold') + 14)),
    top: TOP,
    bottom: BOTTOM,
    outerBoundsMode: 'none' as const,
  }
}

/** The axis for what is in view; the common start is always in view but for a live chart that was zoomed. */
function scaleOf(rows: LinesRows, lines: (number | null)[][], { from, to }: Window, heightPx: number): Scale {
  const base = rows.axis === 'log' ? 0 : 1
  const isWhole = from === rows.dates[0] && to === rows.dates.at(-1)
  const shown = lines.flatMap((ys) => ys.filter((y, index) => y !== null && isBetween(rows.dates[index], from, to)))
  const known = shown.filter((y) => y !== null)
  const bounds = isWhole || known.length === 0 ? [...known, base] : known
  const [low, high] = [bounds.reduce((a, b) => Math.min(a, b)), bounds.reduce((a, b) => Math.max(a, b))]
  return rows.axis === 'log' ? ratioScale(2 ** low, 2 ** high, heightPx) : linearScale(low, high, heightPx)
}

function isBetween(date: string | undefined, from: string, to: string): boolean {
  return date !== undefined && date >= from && date <= to
}

interface EndMark {
  id: string
  x: number
  y: number
  text: string
  /** How far below its point the text stands. */
  dropPx: number
}

interface EndLook {
  color: string
  background: string
  opacity: number
  z: number
}

/** The last point as a dot with its label. */
function endSeries({ id, x, y, text, dropPx }: EndMark, { color, background, opacity, z }: EndLook) {
  return {
    id,
    type: 'line' as const,
    data: [[x, y]],
    symbol: 'circle',
    symbolSize: 5,
    showSymbol: true,
    itemStyle: { color, opacity },
    z,
    label: {
      show: true,
      opacity,
      position: 'right' as const,
      distance: 6,
      offset: [0, dropPx],
      formatter: () => text,
      color,
      fontSize: LABEL_PX,
      fontWeight: id === 'end-0' ? ('bold' as const) : ('normal' as const),
      textBorderColor: background,
      textBorderWidth: 2,
    },
    clip: false,
    silent: true,
    emphasis: { disabled: true },
    tooltip: { show: false },
  }
}
