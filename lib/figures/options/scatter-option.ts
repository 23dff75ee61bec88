import { axisMarks, CHART_FONT, type ChartOption, type Frame, type Scale } from '@/lib/charts/frame'
import { percentScale } from '@/lib/charts/percent-scale'
import { type Labelled, labelPosition, placeLabels, type Side } from '@/lib/charts/place-labels'
import { endsOf, signColour } from '@/lib/charts/signed-bars'
import { textWidthPx } from '@/lib/charts/text-width'
import type { FactorRows } from '@/lib/figures/rows/rows'

/** Draws a dot for each factor, year to date across and week upwards; names the most notable ones. */
export function scatterOption({ windows, factors }: FactorRows, frame: Frame): ChartOption {
  const points = factors.flatMap(({ name, values: [x, y] }) => (x === null || y === null ? [] : [{ name, x, y }]))
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)]
  const plot = { left: 0, right: frame.widthPx - RIGHT, top: TOP, bottom: frame.heightPx - BOTTOM }
  const y = scaleOf(ys, plot.bottom - plot.top, 5)
  plot.left = Math.max(30, ...y.ticks.map(({ label }) => textWidthPx(label, TICK_FONT) + 10))
  const x = scaleOf(xs, plot.right - plot.left, 8)
  const scales = { x, y }
  const sides = sidesOf(points, scales, plot, frame.widthPx > 400 ? 12 : 9)
  return {
    animation: false,
    textStyle: { fontFamily: CHART_FONT },
    grid: { left: plot.left, right: RIGHT, top: TOP, bottom: BOTTOM, outerBoundsMode: 'none' },
    xAxis: { ...axisOf(x, frame), ...nameOf(windows[0], frame, 'middle', 24) },
    yAxis: { ...axisOf(y, frame), ...nameOf(windows[1], frame, 'end', 8) },
    series: {
      id: 'factors',
      type: 'scatter',
      symbolSize: DOT,
      silent: true,
      emphasis: { disabled: true },
      clip: false,
      data: points.map((point, index) => dotOf(point, sides[index] ?? null, frame)),
    },
  }
}

const FONT = 12
const TICK_FONT = 11
const DOT = 8
const TOP = 26
const BOTTOM = 42
const RIGHT = 12
/** How far a name may extend above the plot, px; the axis has its own name above that. */
const ABOVE = 6

interface Point {
  name: string
  x: number
  y: number
}

interface Plot {
  left: number
  right: number
  top: number
  bottom: number
}

/** Minimum span, so that very small weekly returns use the full height too. */
const MIN_SPAN = 0.001

function scaleOf(values: number[], lengthPx: number, maxTicks: number): Scale {
  const { min, max } = endsOf(values)
  return percentScale(min, max, lengthPx, { minSpan: MIN_SPAN, maxTicks })
}

/** Returns the sides for the names of the most notable points. */
function sidesOf(points: Point[], scales: { x: Scale; y: Scale }, plot: Plot, most: number): (Side | null)[] {
  const share = (value: number, { low, high }: Scale) => (value - low) / (high - low)
  const labels: Labelled[] = points.map(({ name, x, y }) => ({
    x: plot.left + share(x, scales.x) * (plot.right - plot.left),
    y: plot.bottom - share(y, scales.y) * (plot.bottom - plot.top),
    widthPx: textWidthPx(name, FONT),
  }))
  return placeLabels(labels, byNotability(labels).slice(0, most), { ...plot, top: plot.top - ABOVE })
}

/** Sorts the points: the four outermost first, then the others by their distance from the centre of all. */
function byNotability(points: Labelled[]): number[] {
  const middle = (of: (point: Labelled) => number) => points.reduce((sum, point) => sum + of(point), 0) / points.length
  const centre = { x: middle(({ x }) => x), y: middle(({ y }) => y) }
  const indexes = points.map((_, index) => index)
  const highest = (of: (point: Labelled) => number) =>
    indexes.toSorted((a, b) => of(points[b] as Labelled) - of(points[a] as Labelled)).slice(0, 1)
  const outermost = [({ x }: Labelled) => x, ({ x }: Labelled) => -x, ({ y }: Labelled) => -y, ({ y }: Labelled) => y]
  const distance = (index: number) =>
    Math.hypot((points[index]?.x ?? centre.x) - centre.x, (points[index]?.y ?? centre.y) - centre.y)
  return [...new Set([...outermost.flatMap(highest), ...indexes.sort((a, b) => distance(b) - distance(a))])]
}

/** Returns grid lines at the marks, darker at zero. */
function axisOf(scale: Scale, { palette }: Frame) {
  return {
    type: 'value' as const,
    min: scale.low,
    max: scale.high,
    axisLine: { show: false, onZero: false },
    axisTick: { show: false, customValues: axisMarks(scale.ticks).customValues },
    axisLabel: { color: palette.ink3, fontSize: TICK_FONT, margin: 7, hideOverlap: false, ...axisMarks(scale.ticks) },
    splitLine: {
      show: true,
      lineStyle: { color: scale.ticks.map(({ at }) => (Math.abs(at) < 1e-9 ? palette.ink3 : palette.grid)) },
    },
  }
}

function nameOf(name: string, { palette }: Frame, nameLocation: 'middle' | 'end', nameGap: number) {
  const nameTextStyle = { color: palette.ink, fontWeight: 'bold' as const, fontSize: FONT, align: 'center' as const }
  return { name, nameLocation, nameGap, nameTextStyle }
}

function dotOf({ name, x, y }: Point, side: Side | null, { palette }: Frame) {
  return {
    value: [x, y],
    itemStyle: { color: signColour(y, palette), opacity: side === null ? 0.6 : 1 },
    label: {
      show: side !== null,
      ...labelPosition(side ?? 'right', DOT),
      formatter: () => name,
      color: palette.ink2,
      fontSize: FONT,
      textBorderColor: palette.bg,
      textBorderWidth: 3,
    },
  }
}
