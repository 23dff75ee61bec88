import { decimalYear } from '@/lib/base/dates'
import { formatSigned } from '@/lib/base/format'
import { CHART_FONT, type ChartOption, type Frame } from '@/lib/charts/frame'
import { spanOf } from '@/lib/charts/in-view'
import { gridAxis, timeAxis } from '@/lib/charts/line-axes'
import { percentScale } from '@/lib/charts/percent-scale'
import { textWidthPx } from '@/lib/charts/text-width'
import { timeTicks } from '@/lib/charts/time-ticks'
import type { QualityRows } from './figure'

const TOP_PX = 12
const BOTTOM_PX = 28
const FONT_PX = 11
const MEAN_FONT_PX = 12
const WIDEST_BAR_PX = 10
/** Of a bar in its pitch. */
const BAR_SHARE = 0.7
/** A coefficient's axis spans at least this. */
const LEAST_SPAN = 0.04

/** A bar for each rebalancing, up from zero or down; a dashed line at the mean, which is named at its end. */
export function qualityOption(rows: QualityRows, frame: Frame): ChartOption {
  const { widthPx, heightPx, palette } = frame
  const scale = coefficientScale(rows, heightPx - TOP_PX - BOTTOM_PX)
  const meanText = rows.mean && `${rows.mean.label} ${formatSigned(rows.mean.value, 3)}`
  const left = Math.max(...scale.ticks.map(({ label }) => textWidthPx(label, FONT_PX))) + 12
  const right = Math.max(46, meanText === null ? 0 : textWidthPx(meanText, MEAN_FONT_PX, 'bold') + 12)
  const plotPx = widthPx - left - right
  const barPx = Math.min(WIDEST_BAR_PX, Math.max(0.8, (plotPx / rows.dates.length) * BAR_SHARE))
  const { from, to } = spanOf(rows.dates)
  const ends = withRoom(decimalYear(from), decimalYear(to), barPx / 2 / plotPx)
  const ticks = timeTicks(from, to, plotPx, widthPx < 400 ? 64 : 84)
  const lettering = { palette, fontPx: FONT_PX, marginPx: 8 }
  return {
    animation: false,
    textStyle: { fontFamily: CHART_FONT },
    grid: { left, right, top: TOP_PX, bottom: BOTTOM_PX, outerBoundsMode: 'none' },
    xAxis: timeAxis(ends, ticks, lettering),
    yAxis: gridAxis(scale, 0, lettering),
    series: [coefficientBars(rows, barPx, frame), ...meanLine(rows, meanText, ends, frame)],
  }
}

function coefficientScale({ lines }: QualityRows, heightPx: number) {
  const known = (lines[0]?.values ?? []).filter((value) => value !== null)
  const scale = percentScale(Math.min(0, ...known), Math.max(0, ...known), heightPx, { leastSpan: LEAST_SPAN })
  return { ...scale, ticks: scale.ticks.map(({ at }) => ({ at, label: coefficientText(at) })) }
}

/** As short as it is exact: "0.05", "−0.1". */
function coefficientText(at: number): string {
  return String(Number(at.toPrecision(6))).replace('-', '−')
}

/** Ends of the time axis in decimal years: half a bar, a share of the plot, is free before the first and after the last. */
function withRoom(first: number, last: number, share: number): { min: number; max: number } {
  const span = last - first || 1
  const room = (span * share) / (1 - 2 * share)
  return { min: first - room, max: (last === first ? first + span : last) + room }
}

function coefficientBars({ dates, lines }: QualityRows, barPx: number, { palette }: Frame) {
  const values = lines[0]?.values ?? []
  return {
    id: 'coefficients',
    type: 'bar' as const,
    barWidth: barPx,
    barMinHeight: 0.5,
    itemStyle: { color: palette.leg },
    data: dates.flatMap((date, at) => {
      const value = values[at] ?? null
      return value === null ? [] : [[decimalYear(date), value]]
    }),
    silent: true,
    emphasis: { disabled: true },
  }
}

function meanLine(
  { mean }: QualityRows,
  text: string | null,
  { min, max }: { min: number; max: number },
  frame: Frame,
) {
  if (mean === null || text === null) return []
  const color = frame.palette.accent
  return [
    {
      id: 'mean',
      type: 'line' as const,
      data: [
        [min, mean.value],
        [max, mean.value],
      ],
      symbol: 'none',
      lineStyle: { color, width: 1.25, type: [5, 3] },
      endLabel: {
        show: true,
        distance: 8,
        formatter: () => text,
        color,
        fontSize: MEAN_FONT_PX,
        fontWeight: 'bold' as const,
      },
      clip: false,
      silent: true,
      emphasis: { disabled: true },
    },
  ]
}
