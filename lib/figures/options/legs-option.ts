import { formatPercent, signOf } from '@/lib/base/format'
import { CHART_FONT, type ChartOption, type Frame } from '@/lib/charts/frame'
import { barLength, barRow, endsOf, signColour, textColumn, zeroAxis } from '@/lib/charts/signed-bars'
import { textWidthPx } from '@/lib/charts/text-width'
import type { Palette } from '@/lib/charts/theme'
import type { BarRows, BarWindow } from '@/lib/figures/rows/rows'

type Bar = BarWindow['bars'][number]
export type BarRole = Bar['role']

/**
 * Draws horizontal bars in rows, a block for each window. Every window has its own scale; zero is where its values need
 * it: at the left when all are positive, at the right when all are negative.
 * @param hidden roles that the reader has switched off; their rows stay, and the scale fits the others.
 */
export function legsOption(rows: BarRows, frame: Frame, hidden: ReadonlySet<BarRole> = NONE): ChartOption {
  const drawing = { ...frame, windows: rows.windows, columns: columnsOf(rows), hidden }
  const blocks = rows.windows.map((window, index) => blockOf(window, index, drawing))
  return {
    animation: false,
    textStyle: { fontFamily: CHART_FONT },
    grid: blocks.map(({ grid }) => grid),
    xAxis: blocks.map(({ xAxis }) => xAxis),
    yAxis: blocks.flatMap(({ yAxes }) => yAxes),
    series: blocks.map(({ series }) => series),
  }
}

const NONE: ReadonlySet<BarRole> = new Set()
const ROW = 20
const BAR = 10
const FONT = 12
/** Space beyond the end of a bar for its value, px. */
const MIN_ROOM = 48

/** Start and end of the names of the bars, px from the left. */
interface Columns {
  names: number
  plot: number
  /** Space for a value beside its bar. */
  value: number
}

function columnsOf({ windows }: BarRows): Columns {
  const bars = windows.flatMap((window) => window.bars)
  const names = Math.max(46, ...windows.map(({ label }) => textWidthPx(label, FONT, 'bold') + 14))
  const plot = names + Math.max(0, ...bars.map(({ label }) => textWidthPx(label, FONT, 'bold'))) + 10
  const value = Math.max(MIN_ROOM, ...bars.map((bar) => textWidthPx(formatPercent(bar.value), FONT, 'bold') + 8))
  return { names, plot, value }
}

/** Common data of all blocks. */
interface Drawing extends Frame {
  windows: readonly BarWindow[]
  columns: Columns
  hidden: ReadonlySet<BarRole>
}

function blockOf(window: BarWindow, index: number, drawing: Drawing) {
  const { widthPx, columns, hidden, palette } = drawing
  const shown = window.bars.filter(({ role }) => !hidden.has(role))
  const span = spanOf(shown, widthPx, columns)
  const { left, width } = span
  const height = ROW * window.bars.length
  const grid = { left, width, top: topOf(index, drawing), height, outerBoundsMode: 'none' as const }
  return {
    grid,
    xAxis: zeroAxis(index, span, span.perPx, palette),
    yAxes: nameAxes(window, index, span, drawing),
    series: barRow(
      index,
      2 * index,
      BAR,
      window.bars.map((bar) => barItem(bar, span, palette, hidden)),
    ),
  }
}

/** Returns the top of a block; blocks share the height that rows do not need. */
function topOf(index: number, { windows, heightPx }: Drawing): number {
  const rowsBefore = windows.slice(0, index).reduce((sum, { bars }) => sum + bars.length, 0)
  const allRows = windows.reduce((sum, { bars }) => sum + bars.length, 0)
  const gap = windows.length > 1 ? (heightPx - 4 - ROW * allRows) / (windows.length - 1) : 0
  return 2 + rowsBefore * ROW + index * gap
}

/** The area of the bars: its bounds in pixels, its ends as decimal fractions, and the value of one pixel. */
interface Span {
  left: number
  width: number
  min: number
  max: number
  perPx: number
}

function spanOf(bars: readonly Bar[], widthPx: number, columns: Columns): Span {
  const { min, max } = endsOf(bars.map(({ value }) => value))
  const falls = min < 0
  const isRight = max > 0 || bars.length === 0 || bars.some(({ value }) => signOf(value) !== 'down')
  const left = columns.plot + (falls ? columns.value : 0)
  const width = widthPx - left - (isRight ? columns.value : 1)
  if (min === max) return { left, width, min, max: 1, perPx: 0 }
  return { left, width, min, max, perPx: (max - min) / width }
}

/** Returns two axes of names: of the bars, and left of it of the window. */
function nameAxes(window: BarWindow, index: number, span: Span, { palette, columns, hidden }: Drawing) {
  const names = window.bars.map(({ role, label }) => ({ value: label, textStyle: nameStyle(role, hidden, palette) }))
  const heads = window.bars.map((_, row) => ({
    value: row === 0 ? window.label : '',
    textStyle: { align: 'left' as const, color: palette.ink, fontWeight: 'bold' as const },
  }))
  return [
    textColumn(index, names, { fontPx: FONT, marginPx: span.left - columns.names }),
    textColumn(index, heads, { fontPx: FONT, marginPx: span.left }),
  ]
}

function nameStyle(role: BarRole, hidden: ReadonlySet<BarRole>, palette: Palette) {
  const isNet = role === 'net'
  const colour = isNet ? palette.accent : palette.ink2
  return {
    align: 'left' as const,
    color: hidden.has(role) ? palette.line : colour,
    fontWeight: isNet ? ('bold' as const) : ('normal' as const),
  }
}

function barItem(bar: Bar, span: Span, palette: Palette, hidden: ReadonlySet<BarRole>) {
  const length = hidden.has(bar.role) ? 0 : barLength(bar.value, span.perPx)
  return {
    value: length,
    itemStyle: barStyle(bar.role, length, palette),
    label: {
      show: !hidden.has(bar.role),
      position: signOf(bar.value) === 'down' ? ('left' as const) : ('right' as const),
      distance: 5,
      formatter: () => formatPercent(bar.value),
      color: signColour(bar.value, palette),
      fontSize: FONT,
      fontWeight: bar.role === 'net' ? ('bold' as const) : ('normal' as const),
      textBorderWidth: 0,
    },
  }
}

function barStyle(role: BarRole, length: number, palette: Palette) {
  if (role === 'net') return { color: palette.accent }
  if (role === 'leg') return { color: palette.leg }
  return { color: palette.bg, borderColor: palette.leg, borderWidth: length === 0 ? 0 : 1 }
}
