import { formatPercent, signOf } from '@/lib/base/format'
import { CHART_FONT, type ChartOption, type Frame } from '@/lib/charts/frame'
import { endsOf, FLAT_SPAN, signColour, textColumn, zeroAxis } from '@/lib/charts/signed-bars'
import { textWidthPx } from '@/lib/charts/text-width'
import { type ContributionRows, type WaterfallLine, waterfallLines } from '@/lib/figures/rows/contribution-rows'
import { cutToWidth } from '@/lib/figures/rows/factor-points'

const FONT = 12
/** Space between figures and bars, and the indent of components, px. */
const GAP = 8
const INDENT = 12
const EDGE = 2
const BAR = { least: 8, most: 14, share: 0.6 }
/** Largest distance of two lines, so that a few of them stay together. */
const LINE_MOST = 30

interface Drawing extends Frame {
  lines: readonly WaterfallLine[]
  /** Widths of the columns of names and of figures. */
  name: number
  figure: number
  /** Decimal fraction for each pixel of the bars. */
  perPx: number
}

/**
 * Draws a waterfall: a line for each component with its name, its figure and a bar that begins where the one above ends,
 * and last the excess from zero. Thin vertical lines connect the bars.
 */
export function waterfallOption(rows: ContributionRows, frame: Frame): ChartOption {
  const lines = waterfallLines(rows)
  const drawing = drawingOf(lines, frame)
  const { palette, widthPx, heightPx, name, figure, perPx } = drawing
  const { min, max } = endsOf(lines.flatMap(({ start, end }) => [start, end]))
  const height = Math.min(heightPx - 2 * EDGE, lines.length * LINE_MOST)
  const left = name + figure + GAP
  const figures = lines.map(({ value, role }) => ({
    value: formatPercent(value),
    textStyle: { color: signColour(value, palette), fontWeight: weightOf(role) },
  }))
  return {
    animation: false,
    textStyle: { fontFamily: CHART_FONT },
    grid: { left, width: widthPx - left - EDGE, top: EDGE, height, outerBoundsMode: 'none' },
    xAxis: zeroAxis(0, { min, max: min === max ? FLAT_SPAN : max }, perPx, palette),
    yAxis: [textColumn(0, figures, { fontPx: FONT, marginPx: GAP }), nameAxis(drawing)],
    series: [...bars(drawing, barPx(height / lines.length)), connectors(drawing)],
  }
}

function drawingOf(lines: readonly WaterfallLine[], frame: Frame): Drawing {
  const figure = Math.max(...lines.map(({ value }) => textWidthPx(formatPercent(value), FONT, 'bold'))) + GAP
  const widest = Math.max(...lines.map((line) => textWidthPx(line.name, FONT, weightOf(line.role)) + indentOf(line)))
  const name = Math.min(0.42 * frame.widthPx, widest + 4)
  const { min, max } = endsOf(lines.flatMap(({ start, end }) => [start, end]))
  const perPx = (max === min ? FLAT_SPAN : max - min) / (frame.widthPx - name - figure - GAP - EDGE)
  return { ...frame, lines, name, figure, perPx }
}

function weightOf(role: WaterfallLine['role']): 'bold' | 'normal' {
  return role === 'component' ? 'normal' : 'bold'
}

function indentOf({ role }: WaterfallLine): number {
  return role === 'component' ? INDENT : 0
}

function barPx(pitchPx: number): number {
  return Math.round(Math.min(BAR.most, Math.max(BAR.least, pitchPx * BAR.share)))
}

/** Returns the names, left-aligned, those of components indented. */
function nameAxis({ lines, name, figure, palette }: Drawing) {
  const data = lines.map((line) => ({
    value: cutToWidth(line.name, name - indentOf(line), FONT),
    textStyle: {
      align: 'left' as const,
      color: line.role === 'component' ? palette.ink2 : palette.ink,
      fontWeight: weightOf(line.role),
      padding: [0, 0, 0, indentOf(line)],
    },
  }))
  return textColumn(0, data, { fontPx: FONT, marginPx: name + figure + GAP })
}

/**
 * Returns bars that float: an invisible one up to the nearer end, and on it the visible part above and below zero. Equal
 * signs are stacked on each other.
 */
function bars({ lines, perPx, palette }: Drawing, widthPx: number) {
  const spans = lines.map((line) => visibleSpan(line, perPx))
  const stacked = (id: string, data: object[]) => ({
    id,
    type: 'bar' as const,
    stack: 'waterfall',
    barWidth: widthPx,
    silent: true,
    emphasis: { disabled: true },
    data,
  })
  const part = (lengthOf: (span: { low: number; high: number }) => number) =>
    spans.map((span, index) => ({
      value: lengthOf(span),
      itemStyle: {
        color: lines[index]?.role === 'total' ? palette.accent : signColour(lines[index]?.value ?? null, palette),
      },
    }))
  return [
    stacked(
      'base',
      spans.map(({ low, high }) => ({ value: low > 0 ? low : Math.min(high, 0), itemStyle: { color: 'transparent' } })),
    ),
    stacked(
      'above',
      part(({ low, high }) => Math.max(high, 0) - Math.max(low, 0)),
    ),
    stacked(
      'below',
      part(({ low, high }) => Math.min(low, 0) - Math.min(high, 0)),
    ),
  ]
}

/** Returns the ends of a bar: at least a pixel for a value with a sign, none for a value that prints as zero. */
function visibleSpan({ role, start, end, value }: WaterfallLine, perPx: number): { low: number; high: number } {
  if (role === 'head' || signOf(value) === 'flat') return { low: start, high: start }
  const length = Math.max(Math.abs(end - start), perPx)
  return value > 0 ? { low: start, high: start + length } : { low: start - length, high: start }
}

/** Connects the end of each bar with the beginning of the next. */
function connectors({ lines, palette }: Drawing) {
  const data = lines.slice(0, -1).flatMap(({ end }, index) => [
    [end, index],
    [end, index + 1],
    ['-', '-'],
  ])
  return {
    id: 'connectors',
    type: 'line' as const,
    data,
    symbol: 'none',
    lineStyle: { color: palette.ink3, width: 1 },
    silent: true,
    emphasis: { disabled: true },
    z: 1,
  }
}
