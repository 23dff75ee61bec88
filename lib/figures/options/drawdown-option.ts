import { decimalYear } from '@/lib/base/dates'
import { formatPercent } from '@/lib/base/format'
import { CHART_FONT, type ChartOption, type Frame } from '@/lib/charts/frame'
import { spanOf } from '@/lib/charts/in-view'
import { gridAxis } from '@/lib/charts/line-axes'
import { linePoints } from '@/lib/charts/line-points'
import { percentScale } from '@/lib/charts/percent-scale'
import { textWidthPx } from '@/lib/charts/text-width'
import type { LineRows } from '@/lib/figures/rows/rows'
import { drawdowns } from '@/lib/metrics/risk/drawdown'
import { timeDomain } from './line-option'

const TOP = 20
const BOTTOM = 6
const FONT = 11
const END_FONT = 12

/**
 * Draws how far a line is below its highest point so far, as an area below zero: the panel under the line, on the same
 * time axis, with the last depth in the right gutter.
 * @param label name and unit of the panel; drawn above it
 */
export function drawdownOption(rows: LineRows, label: string, frame: Frame): ChartOption {
  const { palette, widthPx, heightPx } = frame
  const depths = depthsOf(rows)
  const known = depths.filter((depth) => depth !== null)
  const lowest = known.reduce((low, depth) => Math.min(low, depth), 0)
  const scale = percentScale(lowest, 0, heightPx - TOP - BOTTOM, { minSpan: 0.02, maxTicks: 3 })
  const last = known.at(-1)
  const end = depths.at(-1) === null || last === undefined ? null : formatPercent(last)
  const { leftPx, rightPx } = frame.minGutters ?? { leftPx: 40, rightPx: 46 }
  const left = Math.max(leftPx, ...scale.ticks.map((tick) => textWidthPx(tick.label, FONT) + 10))
  const right = Math.max(rightPx, textWidthPx(end ?? '', END_FONT) + 14)
  return {
    animation: false,
    textStyle: { fontFamily: CHART_FONT },
    grid: { left, right, top: TOP, bottom: BOTTOM, outerBoundsMode: 'none' },
    xAxis: {
      type: 'value',
      ...timeDomain(spanOf(rows.dates)),
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { show: false },
      splitLine: { show: false },
    },
    yAxis: {
      ...gridAxis({ ...scale, high: 0 }, 0, { palette, fontPx: FONT, marginPx: 8 }),
      name: label,
      nameGap: 9,
      nameTextStyle: { color: palette.ink3, fontSize: FONT, align: 'left', padding: [0, 0, 0, 4 - left] },
    },
    series: [areaSeries(rows.dates, depths, { end, palette, plotPx: widthPx - left - right })],
  }
}

/** Returns depths of the NAV ratio; a cumulative excess is that ratio minus 1. */
function depthsOf({ values, measure }: LineRows): (number | null)[] {
  const base = measure === 'cumulative-excess' ? 1 : 0
  return drawdowns(values.map((value) => (value === null ? null : value + base)))
}

interface Drawn {
  /** The last depth as text; null when the line ends in a gap. */
  end: string | null
  palette: Frame['palette']
  /** Width of the plot, px. */
  plotPx: number
}

function areaSeries(dates: readonly string[], depths: readonly (number | null)[], { end, palette, plotPx }: Drawn) {
  const points = linePoints(dates, depths, plotPx)
  const last = dates.at(-1)
  const lastX = last === undefined ? 0 : decimalYear(last)
  const labelled = { value: [lastX, depths.at(-1) ?? Number.NaN], symbol: 'circle', symbolSize: 4 }
  return {
    id: 'drawdown',
    type: 'line' as const,
    data: end === null ? points : [...points.slice(0, -1), labelled],
    symbol: 'none',
    lineStyle: { color: palette.accent, width: 1 },
    itemStyle: { color: palette.accent },
    areaStyle: { color: palette.leg, opacity: 0.35, origin: 0 },
    endLabel: { show: end !== null, formatter: () => end ?? '', color: palette.ink2, fontSize: END_FONT, distance: 6 },
    clip: false,
    silent: true,
    emphasis: { disabled: true },
  }
}
