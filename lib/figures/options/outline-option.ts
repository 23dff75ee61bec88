import { decimalYear, yearOf } from '@/lib/base/dates'
import {
  CHART_FONT,
  type ChartOption,
  type Frame,
  type OutlineSetting,
  type Scale,
  type SharedScale,
} from '@/lib/charts/frame'
import { gridAxis, timeAxis } from '@/lib/charts/line-axes'
import { type LinePoint, linePoints } from '@/lib/charts/line-points'
import { percentScale } from '@/lib/charts/percent-scale'
import { logarithm, ratioScale } from '@/lib/charts/ratio-scale'
import { textWidthPx } from '@/lib/charts/text-width'
import { timeTicks } from '@/lib/charts/time-ticks'
import type { LineRows } from '@/lib/figures/rows/rows'

/**
 * Draws a small multiple: the line with its running year in the accent. A ratio has a log axis, base 1; a cumulative
 * excess is drawn as its ratio; all others have an axis in percent, base 0.
 */
export function outlineOption(rows: LineRows, frame: Frame): ChartOption {
  const { palette } = frame
  const { shared, hasLabels } = frame.outline ?? OWN_SCALE
  const { ys, scale } = onAxis(rows, shared, frame.heightPx - TOP - BOTTOM)
  const to = lastOf(rows.dates)
  const from = shared?.from ?? rows.dates[0] ?? to
  const left = Math.max(16, ...scale.ticks.map(({ label }) => textWidthPx(label, FONT) + 7))
  const plotPx = frame.widthPx - left - RIGHT
  const years = timeTicks(from, to, plotPx, 70)
  const lettering = { palette, fontPx: FONT }
  const xAxis = timeAxis(endsOf(from, to), years, { ...lettering, marginPx: 6 }, 3)
  const yAxis = gridAxis(scale, 0, { ...lettering, marginPx: 5 })
  return {
    animation: false,
    textStyle: { fontFamily: CHART_FONT },
    grid: { left, right: RIGHT, top: TOP, bottom: BOTTOM, outerBoundsMode: 'none' },
    xAxis: { ...xAxis, axisLabel: { ...xAxis.axisLabel, alignMinLabel: 'left', alignMaxLabel: 'right' } },
    yAxis: { ...yAxis, axisLabel: { ...yAxis.axisLabel, show: hasLabels } },
    series: [
      stroke('line', linePoints(rows.dates, ys, plotPx), { color: palette.ink2, width: 1.25 }),
      stroke('running-year', runningYear(rows.dates, ys, plotPx), { color: palette.accent, width: 2 }),
      ...endDot(rows.dates, ys, palette.accent),
    ],
  }
}

const OWN_SCALE: OutlineSetting = { shared: null, hasLabels: true }
const FONT = 11
const TOP = 8
const BOTTOM = 20
/** Half of the end dot and a small margin, px. */
const RIGHT = 5

/** Returns the values in the unit of their axis, and the shared axis or their own. */
function onAxis({ values, measure }: LineRows, shared: SharedScale | null, heightPx: number): { ys: Ys; scale: Scale } {
  const isRatio = measure === 'relative-strength'
  const own = (ys: Ys) => {
    const known = [0, ...ys.filter((y) => y !== null)]
    return { low: Math.min(...known), high: Math.max(...known) }
  }
  if (isRatio || measure === 'cumulative-excess') {
    const ys = values.map((value) => (value === null ? null : logarithm(isRatio ? value : 1 + value)))
    const { low, high } = own(ys)
    return { ys, scale: ratioScale(shared?.low ?? 2 ** low, shared?.high ?? 2 ** high, heightPx) }
  }
  const { low, high } = shared === null ? own(values) : { low: shared.low - 1, high: shared.high - 1 }
  return { ys: values, scale: percentScale(low, high, heightPx, { minSpan: 0.02, maxTicks: 4 }) }
}

/** Returns the ends of the time axis; a single day is in the middle. */
function endsOf(from: string, to: string): { min: number; max: number } {
  const room = from < to ? 0 : 0.01
  return { min: decimalYear(from) - room, max: decimalYear(to) + room }
}

function lastOf(dates: readonly string[]): string {
  const last = dates.at(-1)
  if (last === undefined) throw new RangeError('a line needs at least one date')
  return last
}

type Ys = readonly (number | null)[]

/** Returns the running year, from the last day of the year before. */
function runningYear(dates: readonly string[], ys: Ys, plotPx: number) {
  const first = dates.findIndex((date) => yearOf(date) === yearOf(lastOf(dates)))
  const start = Math.max(0, first - 1)
  return linePoints(dates.slice(start), ys.slice(start), plotPx * (1 - start / dates.length))
}

function stroke(id: string, data: LinePoint[], { color, width }: { color: string; width: number }) {
  return {
    id,
    type: 'line' as const,
    data,
    lineStyle: { color, width, join: 'round' as const, cap: 'round' as const },
    symbol: 'none',
    clip: false,
    silent: true,
    emphasis: { disabled: true },
  }
}

function endDot(dates: readonly string[], ys: Ys, color: string) {
  const index = ys.findLastIndex((y) => y !== null)
  const [date, y] = [dates[index], ys[index]]
  if (date === undefined || y === undefined || y === null) return []
  const dot = stroke('end', [[decimalYear(date), y]], { color, width: 2 })
  return [{ ...dot, symbol: 'circle', symbolSize: 4, showSymbol: true, itemStyle: { color } }]
}
