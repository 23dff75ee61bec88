import { formatPercent, signOf } from '@/lib/base/format'
import { axisMarks, CHART_FONT, type ChartOption, type Frame, type Tick } from '@/lib/charts/frame'
import { percentScale } from '@/lib/charts/percent-scale'
import { barLength, type Ends, endsOf, FLAT_SPAN, signColour } from '@/lib/charts/signed-bars'
import { textWidthPx } from '@/lib/charts/text-width'
import { fitting, LEFT_OUT, linesOf } from '@/lib/figures/rows/factor-points'
import type { FactorPoint, FactorRows } from '@/lib/figures/rows/rows'

/**
 * Draws a column for each factor, the week above the month, each window on its own scale. When columns are too close
 * for their figures, an axis shows the scale; when names do not fit, the factors' numbers replace them.
 */
export function columnsOption(rows: FactorRows, frame: Frame): ChartOption {
  const left = Math.max(52, ...rows.windows.map((label) => textWidthPx(label, FONT, 'bold') + 14))
  const factors = fitting(rows.factors, Math.floor((frame.widthPx - left - RIGHT) / MIN_PITCH))
  const pitch = (frame.widthPx - left - RIGHT) / Math.max(1, factors.length)
  const names = namesOf(factors, pitch)
  const height = (frame.heightPx - GAP - names.heightPx) / 2
  const drawing = { ...frame, rows, factors, pitch, left, height, names, hasFigures: figuresFit(factors, pitch) }
  const panels = [panelOf(0, drawing), panelOf(1, drawing)]
  return {
    animation: false,
    textStyle: { fontFamily: CHART_FONT },
    grid: panels.map(({ grid }) => grid),
    xAxis: panels.map(({ xAxis }) => xAxis),
    yAxis: panels.map(({ yAxis }) => yAxis),
    series: panels.map(({ series }) => series),
  }
}

const FONT = 12
const LINE = 16
const RIGHT = 4
const GAP = 14
/** Width of three digits and a small margin, px. */
const MIN_PITCH = 25
const MAX_LINES = 3
/** Distance of two names, px; the estimate of their width is generous. */
const NAME_GAP = 2
/** Space beyond the longest column for its figure, px. */
const FIGURE_ROOM = 19
/** Width of a column as a share of the distance between columns. */
const SHARE = 0.5
const WIDEST = 30

interface Names {
  texts: string[]
  heightPx: number
}

interface Drawing extends Frame {
  rows: FactorRows
  factors: readonly FactorPoint[]
  pitch: number
  left: number
  /** Height of one panel. */
  height: number
  names: Names
  hasFigures: boolean
}

/** Returns the names on up to three lines, or the numbers if they do not fit. */
function namesOf(factors: readonly FactorPoint[], pitch: number): Names {
  const lines = factors.map(({ name }) => linesOf(name, pitch - NAME_GAP, FONT))
  const fits = lines.every(
    (own) => own.length <= MAX_LINES && own.every((line) => textWidthPx(line, FONT) <= pitch - NAME_GAP),
  )
  const texts = fits ? lines.map((own) => own.join('\n')) : factors.map(numberOf)
  const most = Math.max(1, ...texts.map((text) => text.split('\n').length))
  return { texts, heightPx: 10 + most * LINE }
}

function numberOf(factor: FactorPoint): string {
  return factor === LEFT_OUT ? factor.name : String(factor.number)
}

function figuresFit(factors: readonly FactorPoint[], pitch: number): boolean {
  const figures = factors.flatMap(({ values }) => values.map((value) => formatPercent(value)))
  return figures.every((figure) => textWidthPx(figure, FONT) <= pitch - 3)
}

function panelOf(index: 0 | 1, drawing: Drawing) {
  const { left, height, factors, pitch } = drawing
  const values = factors.map((factor) => factor.values[index])
  const { ends, perPx } = domainOf(values, drawing)
  const top = index * (height + GAP)
  return {
    grid: { left, right: RIGHT, top, height, outerBoundsMode: 'none' as const },
    xAxis: nameAxis(index, drawing),
    yAxis: valueAxis(index, ends, drawing),
    series: {
      id: `window-${index}`,
      type: 'bar' as const,
      xAxisIndex: index,
      yAxisIndex: index,
      barWidth: Math.min(WIDEST, Math.floor(pitch * SHARE)),
      silent: true,
      emphasis: { disabled: true },
      data: factors.map((factor, position) => columnOf(factor, values[position] ?? null, perPx, index, drawing)),
    },
  }
}

/** Returns the ends of a panel's axis, with space for figures, and the value of one pixel. */
function domainOf(values: (number | null)[], { height, hasFigures }: Drawing): { ends: Ends; perPx: number } {
  const { min, max } = endsOf(values)
  const room = hasFigures ? FIGURE_ROOM : 4
  // Figures without a column are above zero.
  const span = max === min ? FLAT_SPAN : max - min
  const perPx = span / (height - room - (min < 0 ? room : 2))
  return {
    ends: { min: min - (min < 0 ? room : 2) * perPx, max: (max === min ? span : max) + room * perPx },
    perPx,
  }
}

function nameAxis(gridIndex: number, { names, palette }: Drawing) {
  return {
    type: 'category' as const,
    gridIndex,
    position: 'bottom' as const,
    data: names.texts,
    axisLine: { show: false, onZero: false },
    axisTick: { show: false },
    axisLabel: {
      show: gridIndex === 1,
      interval: 0,
      margin: 8,
      fontSize: FONT,
      lineHeight: LINE,
      color: palette.ink2,
      hideOverlap: false,
    },
    splitLine: { show: false },
  }
}

/** Returns the value axis: zero has the name of the window; other marks only when the columns have no figures. */
function valueAxis(gridIndex: 0 | 1, { min, max }: Ends, { rows, palette, hasFigures, height }: Drawing) {
  const marks = marksOf({ min, max }, height, hasFigures)
  const { customValues } = axisMarks(marks)
  const label = rows.windows[gridIndex]
  return {
    type: 'value' as const,
    gridIndex,
    min,
    max,
    axisLine: { show: false },
    axisTick: { show: false, customValues },
    axisLabel: {
      customValues,
      formatter: (at: number) => (at === 0 ? `{window|${label}}` : axisMarks(marks).formatter(at)),
      rich: { window: { color: palette.ink, fontWeight: 'bold' as const, fontSize: FONT } },
      color: palette.ink3,
      fontSize: 11,
      margin: 10,
      hideOverlap: false,
    },
    splitLine: {
      show: true,
      lineStyle: { color: marks.map(({ at }) => (at === 0 ? palette.ink3 : palette.grid)) },
    },
  }
}

function marksOf({ min, max }: Ends, heightPx: number, hasFigures: boolean): Tick[] {
  if (hasFigures) return [{ at: 0, label: '' }]
  const { ticks } = percentScale(min, max, heightPx)
  const inside = ticks.filter(({ at }) => at > min && at < max && at !== 0)
  return [...inside, { at: 0, label: '' }].sort((a, b) => a.at - b.at)
}

function columnOf(factor: FactorPoint, value: number | null, perPx: number, index: 0 | 1, drawing: Drawing) {
  const { palette, hasFigures } = drawing
  const sign = signOf(value)
  return {
    value: barLength(value, perPx),
    itemStyle: { color: signColour(value, palette), opacity: index === 0 ? 1 : 0.6 },
    label: {
      show: factor !== LEFT_OUT && (hasFigures || value === null),
      position: sign === 'down' ? ('bottom' as const) : ('top' as const),
      distance: 4,
      formatter: () => formatPercent(value),
      color: signColour(value, palette),
      opacity: 1,
      fontSize: FONT,
      fontWeight: index === 0 ? ('bold' as const) : ('normal' as const),
      textBorderWidth: 0,
    },
  }
}
