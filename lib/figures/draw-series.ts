import { formatPercent } from '@/lib/base/format'
import type { Frame } from '@/lib/charts/frame'
import { linePoints } from '@/lib/charts/line-points'
import { spreadApart } from '@/lib/charts/spread-apart'
import { px, sheetOf, textAt } from '@/lib/charts/svg-marks'
import { textWidthPx } from '@/lib/charts/text-width'
import type { Palette } from '@/lib/charts/theme'
import type { SeriesRows } from './figure'
import { END_FONT_PX, type Panel, type SeriesPlot, seriesPlot } from './series-plot'

/**
 * The picture of a series over a period: its lines, the drawdown under them on the same days, and its worst falls shaded
 * through both. Lines differ in dash as well as in colour, and each is named at its end.
 */
export function drawSeries(rows: SeriesRows, frame: Frame): string {
  const { heightPx, palette } = frame
  const plot = seriesPlot(rows, frame)
  const ink = { palette, plot, rows }
  return sheetOf(frame, [
    ...shades(ink),
    ...axisOf(plot.lines, ink, rows.unit === 'fraction' ? 0 : 1),
    ...(plot.drawdown ? drawdownOf(plot.drawdown, ink) : []),
    ...timeAxis(ink, heightPx),
    ...linesOf(ink),
    ...endsOf(ink),
  ])
}

interface Ink {
  palette: Palette
  plot: SeriesPlot
  rows: SeriesRows
}

const STROKES = {
  net: { colour: 'accent', width: 1.75, dash: '' },
  leg: { colour: 'ink2', width: 1.25, dash: '' },
  against: { colour: 'ink2', width: 1.25, dash: '5 3' },
  benchmark: { colour: 'ink3', width: 1.25, dash: '1.5 2.5' },
} as const

/** A fall from its peak to its end, with its depth above; a depth that would cover another stands a line lower. */
function shades({ rows, plot, palette }: Ink): string[] {
  const taken: { from: number; to: number }[] = []
  return (rows.drawdown?.falls ?? []).map(({ peak, recovery, depth }) => {
    const [left, right] = [peak, recovery ?? rows.dates.length - 1].map((position) => xAt(position, rows, plot))
    if (left === undefined || right === undefined) return ''
    const text = `${formatPercent(depth, 1)}%`
    const half = textWidthPx(text, 11) / 2 + 3
    const middle = Math.min(Math.max((left + right) / 2, plot.leftPx + half), plot.rightPx - half)
    const isTaken = taken.some(({ from, to }) => middle - half < to && middle + half > from)
    taken.push({ from: middle - half, to: middle + half })
    const bottom = (plot.drawdown ?? plot.lines).bottomPx
    const shade = `<rect x="${px(left)}" y="${plot.lines.topPx}" width="${px(Math.max(1, right - left))}" height="${px(bottom - plot.lines.topPx)}" fill="${palette.ink3}" fill-opacity="0.13"/>`
    return (
      shade +
      textAt({ x: middle, y: plot.lines.topPx + (isTaken ? 12 : -6), text, fill: palette.ink2, anchor: 'middle' })
    )
  })
}

function axisOf(panel: Panel, { plot, palette }: Ink, base: number): string[] {
  const baseY = panel.y(base)
  return panel.ticks.flatMap(({ at, label }) => [
    `<path d="M${plot.leftPx} ${px(at)}H${px(plot.rightPx)}" stroke="${Math.abs(at - baseY) < 0.1 ? palette.ink3 : palette.grid}"/>`,
    textAt({ x: plot.leftPx - 8, y: at + 4, text: label, fill: palette.ink3, anchor: 'end', size: plot.fontPx }),
  ])
}

function drawdownOf(panel: Panel, ink: Ink): string[] {
  const { rows, plot, palette } = ink
  if (!rows.drawdown) return []
  const { label, values } = rows.drawdown
  const area = values.findLastIndex((value) => value !== null)
  const path = pathOf(values, panel, ink)
  const closed = `${path}L${px(xAt(area, rows, plot))} ${px(panel.topPx)}H${px(plot.leftPx)}Z`
  return [
    ...axisOf(panel, ink, 0),
    textAt({
      x: plot.leftPx,
      y: panel.topPx - 7,
      text: `${label} %`,
      fill: palette.ink3,
      anchor: 'start',
      size: plot.fontPx,
    }),
    `<path d="${closed}" fill="${palette.leg}" fill-opacity="0.25"/>`,
    `<path d="${path}" fill="none" stroke="${palette.leg}"/>`,
  ]
}

function timeAxis({ plot, palette }: Ink, heightPx: number): string[] {
  const bottom = (plot.drawdown ?? plot.lines).bottomPx
  return [
    `<path d="M${plot.leftPx} ${px(bottom)}H${px(plot.rightPx)}" stroke="${palette.line}"/>`,
    ...plot.timeTicks.flatMap(({ at, label }) => {
      const x = plot.xOfYear(at)
      const middle = Math.max(x, textWidthPx(label, plot.fontPx) / 2)
      return [
        `<path d="M${px(x)} ${px(bottom)}v4" stroke="${palette.line}"/>`,
        textAt({ x: middle, y: heightPx - 9, text: label, fill: palette.ink3, anchor: 'middle', size: plot.fontPx }),
      ]
    }),
  ]
}

/** The main line is drawn last, over the others. */
function linesOf(ink: Ink): string[] {
  return ink.rows.lines
    .map(({ role, values }) => {
      const { colour, width, dash } = STROKES[role]
      const dashes = dash === '' ? '' : ` stroke-dasharray="${dash}"`
      return `<path d="${pathOf(values, ink.plot.lines, ink)}" fill="none" stroke="${ink.palette[colour]}" stroke-width="${width}" stroke-linejoin="round"${dashes}/>`
    })
    .reverse()
}

function endsOf({ rows, plot, palette }: Ink): string[] {
  const places = plot.ends.map((end) => end && plot.lines.y(end.value))
  const apart = spreadApart(places, 16, plot.lines.topPx, plot.lines.bottomPx)
  return plot.ends.flatMap((end, index) => {
    const [role, y] = [rows.lines[index]?.role, apart[index] ?? null]
    if (end === null || role === undefined || y === null) return []
    const [colour, x] = [palette[STROKES[role].colour], xAt(end.position, rows, plot)]
    return [
      `<circle cx="${px(x)}" cy="${px(plot.lines.y(end.value))}" r="2.5" fill="${colour}"/>`,
      textAt({
        x: x + 8,
        y: y + 4,
        text: end.text,
        fill: colour,
        anchor: 'start',
        size: END_FONT_PX,
        isBold: index === 0,
      }),
    ]
  })
}

/** A gap breaks the line; more points than pixels are thinned. */
function pathOf(values: readonly (number | null)[], panel: Panel, { rows, plot }: Ink): string {
  const ys = values.map((value) => (value === null ? null : panel.y(value)))
  let path = ''
  let isDown = false
  for (const point of linePoints(rows.dates, ys, plot.rightPx - plot.leftPx)) {
    const [x, y] = Array.isArray(point) ? point : point.value
    if (y !== null) path += `${isDown ? 'L' : 'M'}${px(plot.xOfYear(x))} ${px(y)}${Array.isArray(point) ? '' : 'h.01'}`
    isDown = y !== null
  }
  return path
}

function xAt(position: number, rows: SeriesRows, plot: SeriesPlot): number {
  return plot.x(rows.dates[position] ?? rows.dates[0] ?? '')
}
