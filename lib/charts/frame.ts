/** Input of every chart builder in addition to its rows, and its output. */
import type { BarSeriesOption, LineSeriesOption, ScatterSeriesOption } from 'echarts/charts'
import type {
  AxisPointerComponentOption,
  DataZoomComponentOption,
  GridComponentOption,
  MarkAreaComponentOption,
  TooltipComponentOption,
} from 'echarts/components'
import type { ComposeOption } from 'echarts/core'
import { type Palette, SANS } from './theme'

export type ChartOption = ComposeOption<
  | LineSeriesOption
  | BarSeriesOption
  | ScatterSeriesOption
  | GridComponentOption
  | TooltipComponentOption
  | AxisPointerComponentOption
  | MarkAreaComponentOption
  | DataZoomComponentOption
>

/** Uses single quotes: the server's SVG has the family in an attribute, unescaped. */
export const CHART_FONT = SANS.replaceAll('"', "'")

export interface Size {
  widthPx: number
  heightPx: number
}

export const TONES = ['light', 'dark'] as const
export type Tone = (typeof TONES)[number]

/** The sheet of a chart, at the size at which it is shown. */
export interface Frame {
  widthPx: number
  heightPx: number
  palette: Palette
  /** For a small multiple only. */
  outline?: OutlineSetting
  /** Minimum margins beside the plot of a line, so that two charts above each other have the same time axis. */
  minGutters?: { leftPx: number; rightPx: number }
}

/** Common axes of small multiples, so that their slopes can be compared. */
export interface SharedScale {
  /** ISO date at which the time axis begins. */
  from: string
  /** Lowest and highest ratio of all of them, above 0; for fractions, the fraction plus 1. */
  low: number
  high: number
}

export interface OutlineSetting {
  /** null: the line's own scale. */
  shared: SharedScale | null
  /** Are the ratios labelled at the left? The space for the labels is kept in either case. */
  hasLabels: boolean
}

/** A mark on an axis: its position in the axis's unit, and its label. */
export interface Tick {
  at: number
  label: string
}

/** A value axis: its two ends and its marks, ascending. */
export interface Scale {
  low: number
  high: number
  ticks: Tick[]
}

/** Returns the values for `customValues`, and a formatter that returns their labels. */
export function axisMarks(ticks: readonly Tick[]): { customValues: number[]; formatter: (at: number) => string } {
  const labels = new Map(ticks.map(({ at, label }) => [at, label]))
  return { customValues: ticks.map(({ at }) => at), formatter: (at) => labels.get(at) ?? '' }
}
