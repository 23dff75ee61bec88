import { formatPercent } from '@/lib/base/format'
import { CHART_FONT, type ChartOption, type Frame } from '@/lib/charts/frame'
import { barLength, barRow, endsOf, FLAT_SPAN, signColour, textColumn, zeroAxis } from '@/lib/charts/signed-bars'
import { textWidthPx } from '@/lib/charts/text-width'
import type { Palette } from '@/lib/charts/theme'
import { cutToWidth, fitting, LEFT_OUT } from '@/lib/figures/rows/factor-points'
import type { FactorPoint, FactorRows } from '@/lib/figures/rows/rows'

/**
 * Draws a row for each factor: its name, and for each window its figure and a bar, side by side on separate scales. For
 * pictures too narrow for columns.
 */
export function factorRowsOption(rows: FactorRows, frame: Frame): ChartOption {
  const factors = fitting(rows.factors, Math.floor((frame.heightPx - HEAD) / MIN_ROW))
  const columns = columnsOf(rows, factors, frame.widthPx)
  const drawing = { ...frame, rows, factors, columns }
  const panels = [panelOf(0, drawing), panelOf(1, drawing)]
  return {
    animation: false,
    textStyle: { fontFamily: CHART_FONT },
    grid: panels.map(({ grid }) => grid),
    xAxis: panels.map(({ xAxis }) => xAxis),
    yAxis: [...panels.map(({ yAxis }) => yAxis), nameAxis(drawing)],
    series: panels.map(({ series }) => series),
  }
}

const FONT = 12
const HEAD = 20
const MIN_ROW = 15
const BAR = 9
/** Space between a figure and its bars, and between the panels, px. */
const GAP = 8

/** Pixels from the left. */
interface Columns {
  name: number
  figure: number
  bars: number
}

interface Drawing extends Frame {
  rows: FactorRows
  factors: readonly FactorPoint[]
  columns: Columns
}

/** Computes the columns; names have the width that they need, up to half of the total, so that names differ at their end. */
function columnsOf({ windows }: FactorRows, factors: readonly FactorPoint[], widthPx: number): Columns {
  const name = Math.min(0.48 * widthPx, Math.max(0, ...factors.map((factor) => textWidthPx(factor.name, FONT))) + 4)
  const figures = factors.flatMap(({ values }) =>
    values.map((value) => textWidthPx(formatPercent(value), FONT, 'bold')),
  )
  const figure = Math.max(...figures, ...windows.map((label) => textWidthPx(label, FONT, 'bold')))
  return { name, figure, bars: (widthPx - name - 2 * (figure + GAP) - GAP - 2) / 2 }
}

function panelOf(index: 0 | 1, drawing: Drawing) {
  const { factors, columns, palette, heightPx } = drawing
  const values = factors.map((factor) => factor.values[index])
  const { min, max } = endsOf(values)
  const span = max === min ? FLAT_SPAN : max - min
  const perPx = span / columns.bars
  return {
    grid: { ...boundsOf(index, columns), top: HEAD, height: heightPx - HEAD, outerBoundsMode: 'none' as const },
    xAxis: {
      ...zeroAxis(index, { min, max: min === max ? span : max }, perPx, palette),
      position: 'top' as const,
      ...headOf(index, drawing),
    },
    yAxis: figureAxis(index, drawing),
    series: barRow(
      index,
      index,
      BAR,
      values.map((value) => ({
        value: barLength(value, perPx),
        itemStyle: { color: signColour(value, palette), opacity: index === 0 ? 1 : 0.6 },
      })),
    ),
  }
}

function boundsOf(index: 0 | 1, { name, figure, bars }: Columns): { left: number; width: number } {
  return { left: name + figure + GAP + index * (bars + GAP + figure + GAP), width: bars }
}

/** Returns the name of the window above its figures. */
function headOf(index: 0 | 1, { rows, palette }: Drawing) {
  return {
    name: rows.windows[index],
    nameLocation: 'start' as const,
    nameGap: GAP,
    nameTextStyle: {
      color: palette.ink,
      fontWeight: 'bold' as const,
      fontSize: FONT,
      align: 'right' as const,
      verticalAlign: 'bottom' as const,
      padding: [0, 0, 4, 0],
    },
  }
}

/** Returns the figures of a window, right-aligned before its bars. */
function figureAxis(index: 0 | 1, { factors, palette }: Drawing) {
  const data = factors.map((factor) => ({
    value: factor === LEFT_OUT ? '' : formatPercent(factor.values[index]),
    textStyle: {
      color: signColour(factor.values[index], palette),
      fontWeight: index === 0 ? ('bold' as const) : ('normal' as const),
    },
  }))
  return textColumn(index, data, { fontPx: FONT, marginPx: GAP })
}

function nameAxis({ factors, columns, palette }: Drawing) {
  const data = factors.map(({ name }) => ({
    value: cutToWidth(name, columns.name, FONT),
    textStyle: nameStyle(palette),
  }))
  return textColumn(0, data, { fontPx: FONT, marginPx: columns.name + columns.figure + GAP })
}

function nameStyle(palette: Palette) {
  return { align: 'left' as const, color: palette.ink2 }
}
