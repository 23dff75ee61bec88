/** What every builder gets beside its rows, and what it gives back. */
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

/** Single quotes: the server's SVG carries the family in an attribute, unescaped. */
export const CHART_FONT = SANS.replaceAll('"', "'")

export interface Size {
  widthPx: number
  heightPx: number
}

export const TONES = ['light', 'dark'] as const
export type Tone = (typeof TONES)[number]

/** The sheet that a chart is drawn on, at the size at which it is shown. */
export interface Frame {
  widthPx: number
  heightPx: number
  palette: Palette
  /** Set for a small multiple. */
  outline?: OutlineSetting
  /** Least margins beside the plot of a line, so that two under each other have one time axis. */
  leastGutters?: { leftPx: number; rightPx: number }
}

/** The axes that small multiples share, so that their slopes can be compared. */
export interface SharedScale {
  /** ISO date at which the time axis begins. */
  from: string
  /** Lowest and highest ratio of all of them, above 0; of fractions, 1 more than the fraction. */
  low: number
  high: number
}

export interface OutlineSetting {
  /** null: the line's own scale. */
  shared: SharedScale | null
  /** Are the ratios named at the left? Their room is kept either way. */
  hasLabels: boolean
}

/** A mark on an axis: where it is, in the axis's own unit, and what it says. */
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

/** Values to pass to `customValues`, and the formatter that gives each its label. */
export function axisMarks(ticks: readonly Tick[]): { customValues: number[]; formatter: (at: number) => string } {
  const labels = new Map(ticks.map(({ at, label }) => [at, label]))
  return { customValues: ticks.map(({ at }) => at), formatter: (at) => labels.get(at) ?? '' }
}
