import { decimalYear } from '@/lib/base/dates'
import { formatPercent, formatRatio } from '@/lib/base/format'
import { dayAt } from '@/lib/charts/day-at'
import type { Scale, Size, Tick } from '@/lib/charts/frame'
import { linearScale } from '@/lib/charts/linear-scale'
import { percentScale } from '@/lib/charts/percent-scale'
import { logarithm, ratioScale } from '@/lib/charts/ratio-scale'
import { textWidthPx } from '@/lib/charts/text-width'
import { timeTicks } from '@/lib/charts/time-ticks'
import type { SeriesRows } from './figure'

/** A part of the sheet with a value axis of its own: px from the top, and the marks of the axis. */
export interface Panel {
  topPx: number
  bottomPx: number
  ticks: Tick[]
  /** px from the top at which a value stands. */
  y: (value: number) => number
}

/** Where everything of a series' chart stands: the picture is drawn by it, and a hand reads and selects by it. */
export interface SeriesPlot {
  leftPx: number
  rightPx: number
  /** px from the left at which a date stands. */
  x: (date: string) => number
  /** The same of a place on the time axis in decimal years. */
  xOfYear: (year: number) => number
  /** Position of the date that is nearest to a px from the left. */
  dateAt: (px: number) => number
  timeTicks: Tick[]
  lines: Panel
  /** Null for a figure without drawdown. */
  drawdown: Panel | null
  /** What stands at the ends of the lines, in their order; null for a line without a value. */
  ends: ({ text: string; position: number; value: number } | null)[]
  fontPx: number
}

export const END_FONT_PX = 12
/** Above the lines: the depths of the shaded falls. */
const TOP_PX = 20
const BOTTOM_PX = 28
/** Between the panels, for the name of the lower one. */
const GAP_PX = 26
/** The lower panel's share of the room of both. */
const DRAWDOWN_SHARE = 0.26
/** On a narrower sheet a line that is alone has no name at its end. */
const NARROW_PX = 500

/**
 * Scales, marks and margins of a series' chart on a sheet of some size.
 * @throws RangeError when there is no date, or a value on a log axis is not above 0
 */
export function seriesPlot(rows: SeriesRows, { widthPx, heightPx }: Size): SeriesPlot {
  const { dates, lines, drawdown } = rows
  const [from, to] = [dates[0], dates.at(-1)]
  if (from === undefined || to === undefined) throw new RangeError('a chart needs at least one date')
  const room = heightPx - TOP_PX - BOTTOM_PX - (drawdown ? GAP_PX : 0)
  const drawdownPx = drawdown ? Math.round(room * DRAWDOWN_SHARE) : 0
  const linesBottom = TOP_PX + room - drawdownPx
  const linePanel = lineAxis(rows, TOP_PX, linesBottom)
  const drawdownPanel = drawdown && drawdownAxis(drawdown.values, linesBottom + GAP_PX, heightPx - BOTTOM_PX)
  const ends = lines.map((line) => endOf(line, rows, widthPx < NARROW_PX && lines.length === 1))
  const fontPx = widthPx > 800 ? 12 : 11
  const marks = [...linePanel.ticks, ...(drawdownPanel?.ticks ?? [])]
  const leftPx = Math.max(30, ...marks.map(({ label }) => textWidthPx(label, fontPx) + 10))
  const texts = ends.flatMap((end) => (end === null ? [] : [textWidthPx(end.text, END_FONT_PX, 'bold') + 14]))
  const rightPx = widthPx - Math.max(46, ...texts)
  const [start, end] = [decimalYear(from), decimalYear(to)]
  const pxPerYear = (rightPx - leftPx) / (end - start || 1)
  const xOfYear = (year: number) => leftPx + (year - start) * pxPerYear
  return {
    leftPx,
    rightPx,
    x: (date) => xOfYear(decimalYear(date)),
    xOfYear,
    dateAt: (px) => dayAt(dates, start + (px - leftPx) / pxPerYear),
    timeTicks: timeTicks(from, to, rightPx - leftPx, widthPx < 400 ? 64 : 84),
    lines: linePanel,
    drawdown: drawdownPanel,
    ends,
    fontPx,
  }
}

/** "1.97", or "+97.31" of what is told in percent. */
export function valueText(value: number | null, unit: SeriesRows['unit']): string {
  if (unit === 'ratio') return formatRatio(value)
  return formatPercent(value === null || unit === 'fraction' ? value : value - 1)
}

function endOf({ label, values }: SeriesRows['lines'][number], { unit }: SeriesRows, isBare: boolean) {
  const position = values.findLastIndex((value) => value !== null)
  const value = values[position] ?? null
  if (value === null) return null
  const text = valueText(value, unit)
  return { text: isBare ? text : `${label} ${text}`, position, value }
}

/** The base, where all lines begin, is always in view. */
function lineAxis(rows: SeriesRows, topPx: number, bottomPx: number): Panel {
  const base = rows.unit === 'fraction' ? 0 : 1
  const known = rows.lines.flatMap(({ values }) => values.filter((value) => value !== null))
  const [low, high] = known.reduce(
    ([least, most], value) => [Math.min(least, value), Math.max(most, value)],
    [base, base],
  )
  const isLog = rows.axis === 'log' && rows.unit !== 'fraction'
  const scale = scaleOf(rows.unit, isLog, [low, high], bottomPx - topPx)
  return panelOf(scale, topPx, bottomPx, isLog ? logarithm : (value) => value)
}

function scaleOf(unit: SeriesRows['unit'], isLog: boolean, [low, high]: [number, number], heightPx: number): Scale {
  if (unit === 'fraction') return percentScale(low, high, heightPx)
  if (isLog) {
    const scale = ratioScale(low, high, heightPx)
    return unit === 'ratio' ? scale : { ...scale, ticks: inPercent(scale.ticks) }
  }
  if (unit === 'ratio') return linearScale(low, high, heightPx)
  const { low: bottom, high: top, ticks } = percentScale(low - 1, high - 1, heightPx)
  return { low: bottom + 1, high: top + 1, ticks: ticks.map(({ at, label }) => ({ at: at + 1, label })) }
}

/** Ratios of a log axis as what was earned; with a decimal where a whole percent would not tell. */
function inPercent(ticks: Tick[]): Tick[] {
  const earned = ticks.map(({ at }) => Number((2 ** at - 1).toPrecision(9)))
  const decimals = earned.every((value) => Math.abs(value * 100 - Math.round(value * 100)) < 1e-6) ? 0 : 1
  return ticks.map(({ at }, index) => ({ at, label: formatPercent(earned[index] ?? null, decimals) }))
}

function drawdownAxis(values: readonly (number | null)[], topPx: number, bottomPx: number): Panel {
  const lowest = values.reduce<number>((least, value) => (value === null ? least : Math.min(least, value)), 0)
  const scale = percentScale(lowest, 0, bottomPx - topPx, { mostTicks: 3 })
  // Nothing lies above a peak: the axis ends there.
  return panelOf(
    { ...scale, high: 0, ticks: scale.ticks.filter(({ at }) => at <= 0) },
    topPx,
    bottomPx,
    (value) => value,
  )
}

function panelOf(scale: Scale, topPx: number, bottomPx: number, place: (value: number) => number): Panel {
  const onAxis = (at: number) => topPx + ((scale.high - at) / (scale.high - scale.low)) * (bottomPx - topPx)
  return {
    topPx,
    bottomPx,
    ticks: scale.ticks.map(({ at, label }) => ({ at: onAxis(at), label })),
    y: (value) => onAxis(place(value)),
  }
}
