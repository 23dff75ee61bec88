import { decimalYear } from '@/lib/base/dates'
import { END_LINE_PX, endMark } from '@/lib/charts/end-mark'
import { CHART_FONT, type ChartOption, type Frame } from '@/lib/charts/frame'
import { spanOf, type Window } from '@/lib/charts/in-view'
import { gridAxis, timeAxis } from '@/lib/charts/line-axes'
import { linePoints } from '@/lib/charts/line-points'
import { spreadApart } from '@/lib/charts/spread-apart'
import { timeTicks } from '@/lib/charts/time-ticks'
import type { SeriesRows } from '@/lib/figures/rows/rows'
import { fallAreas } from './fall-areas'
import { timeDomain } from './line-option'
import { type SeriesLayout, seriesLayout } from './series-layout'

/**
 * Draws a series over a period: its lines in one grid, the drawdown below in another grid with the same days, and the
 * deepest falls shaded through both. Lines differ in dash and colour, and each is named at its end.
 * @param window given for a live chart: axes, marks and end labels fit the days in view, and the pointer finds each day
 * @throws RangeError when there is no date, or a value on a log axis is not above 0
 */
export function seriesOption(rows: SeriesRows, frame: Frame, window?: Window): ChartOption {
  const span = window ?? spanOf(rows.dates)
  const layout = seriesLayout(rows, frame, span)
  const drawn: Drawn = {
    rows,
    frame,
    span,
    layout,
    isLive: window !== undefined,
    plotPx: window === undefined ? layout.rightPx - layout.leftPx : null,
  }
  return {
    animation: false,
    textStyle: { fontFamily: CHART_FONT },
    grid: gridsOf(drawn),
    xAxis: timeAxes(drawn),
    yAxis: valueAxes(drawn),
    // The main line is drawn last, over the others. Lines come first, so that a line has the same index in all charts
    // that move together.
    series: [...lineSeries(drawn).reverse(), ...drawdownSeries(drawn), ...endSeries(drawn)],
  }
}

interface Drawn {
  rows: SeriesRows
  frame: Frame
  span: Window
  layout: SeriesLayout
  isLive: boolean
  /** Width of the plot of a picture, px; null for a live chart. */
  plotPx: number | null
}

const STROKES = {
  net: { colour: 'accent', width: 1.75, dash: 'solid' },
  leg: { colour: 'ink2', width: 1.25, dash: 'solid' },
  against: { colour: 'ink2', width: 1.25, dash: [5, 3] },
  benchmark: { colour: 'ink3', width: 1.25, dash: [1.5, 2.5] },
} as const

function gridsOf({ frame, layout }: Drawn) {
  return panelsOf(layout).map(({ topPx, bottomPx }) => ({
    left: layout.leftPx,
    right: frame.widthPx - layout.rightPx,
    top: topPx,
    bottom: frame.heightPx - bottomPx,
    outerBoundsMode: 'none' as const,
  }))
}

function panelsOf({ lines, drawdown }: SeriesLayout) {
  return drawdown ? [lines, drawdown] : [lines]
}

/** Returns the axes of both panels, which have the same days; the lower one shows the dates. */
function timeAxes({ rows, frame, layout, span }: Drawn) {
  const { palette, widthPx } = frame
  const ticks = timeTicks(span.from, span.to, layout.rightPx - layout.leftPx, widthPx < 400 ? 64 : 84)
  const axis = timeAxis(timeDomain(spanOf(rows.dates)), ticks, { palette, fontPx: layout.fontPx, marginPx: 9 })
  return panelsOf(layout).map((_, gridIndex, { length }) => {
    if (gridIndex === length - 1) return { ...axis, gridIndex }
    const hidden = { show: false }
    return { ...axis, gridIndex, axisLine: hidden, axisTick: hidden, axisLabel: hidden }
  })
}

function valueAxes({ rows, frame: { palette }, layout }: Drawn) {
  const { lines, drawdown, fontPx } = layout
  const lettering = { palette, fontPx, marginPx: 8 }
  const above = gridAxis(lines.scale, lines.scale.base, lettering)
  if (!drawdown) return [above]
  const name = `${rows.drawdown?.label ?? ''} %`
  const nameTextStyle = { color: palette.ink3, fontSize: fontPx, align: 'left' as const }
  return [above, { ...gridAxis(drawdown.scale, 0, lettering), gridIndex: 1, name, nameGap: 6, nameTextStyle }]
}

function drawdownSeries({ rows, frame: { palette }, isLive, plotPx }: Drawn) {
  if (!rows.drawdown) return []
  return [
    {
      id: 'drawdown',
      ...UNMOVED,
      clip: isLive,
      xAxisIndex: 1,
      yAxisIndex: 1,
      data: linePoints(rows.dates, rows.drawdown.values, plotPx),
      lineStyle: { color: palette.leg, width: 1 },
      itemStyle: { color: palette.leg },
      areaStyle: { color: palette.leg, opacity: 0.25, origin: 0 },
    },
  ]
}

function lineSeries({ rows, frame: { palette }, layout, span, isLive, plotPx }: Drawn) {
  const { toAxis } = layout.lines.scale
  return rows.lines.map(({ role, values }, index) => {
    const { colour, width, dash } = STROKES[role]
    const ys = values.map((value) => (value === null ? null : toAxis(value)))
    return {
      id: role,
      ...UNMOVED,
      clip: isLive,
      data: linePoints(rows.dates, ys, plotPx),
      lineStyle: { color: palette[colour], width, type: dash === 'solid' ? dash : [...dash], ...JOINED },
      itemStyle: { color: palette[colour] },
      ...(index === 0 && rows.drawdown && { markArea: fallAreas(rows, layout, span, palette) }),
    }
  })
}

const UNMOVED = { type: 'line' as const, symbol: 'none', silent: true, emphasis: { disabled: true } }
const JOINED = { cap: 'butt' as const, join: 'round' as const }

function endSeries({ rows, frame: { palette }, layout }: Drawn) {
  const { topPx, bottomPx, scale } = layout.lines
  const tops = layout.ends.map(
    (end) => end && topPx + ((scale.high - scale.toAxis(end.value)) / (scale.high - scale.low)) * (bottomPx - topPx),
  )
  const apart = spreadApart(tops, END_LINE_PX, topPx, bottomPx)
  return rows.lines.flatMap(({ role }, index) => {
    const [end, top, labelTop] = [layout.ends[index], tops[index], apart[index]]
    if (!end || top == null || labelTop == null) return []
    const mark = { id: `end-${role}`, x: decimalYear(end.date), y: scale.toAxis(end.value), text: end.text }
    const look = { color: palette[STROKES[role].colour], background: palette.bg, isBold: index === 0 }
    return [endMark({ ...mark, dropPx: labelTop - top }, look)]
  })
}
