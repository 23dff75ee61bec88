import { formatPercent } from '@/lib/base/format'
import { CHART_FONT, type ChartOption, type Frame, type Tick } from '@/lib/charts/frame'
import { gridAxis, timeAxis } from '@/lib/charts/line-axes'
import { linearScale } from '@/lib/charts/linear-scale'
import { percentScale } from '@/lib/charts/percent-scale'
import { textWidthPx } from '@/lib/charts/text-width'
import type { DistributionRows } from './figure'

const TOP_PX = 22
const BOTTOM_PX = 26
const LEAST_RIGHT_PX = 10
const FONT_PX = 11

/** A bar for each bin, its height the number of weeks; the last week's bin in the accent, with the week's return above. */
export function distributionOption(rows: DistributionRows, frame: Frame): ChartOption {
  const { widthPx, heightPx, palette } = frame
  const { counts, from, width } = rows
  const most = Math.max(1, ...counts)
  const ends = { min: from, max: from + counts.length * width }
  const weekTicks = wholeTicks(most, heightPx - TOP_PX - BOTTOM_PX)
  const returnTicks = ticksWithin(ends, widthPx)
  const left = Math.max(...weekTicks.map(({ label }) => textWidthPx(label, FONT_PX))) + 12
  const right = Math.max(LEAST_RIGHT_PX, textWidthPx(returnTicks.at(-1)?.label ?? '', FONT_PX) / 2)
  const plotPx = widthPx - left - right
  const lettering = { palette, fontPx: FONT_PX, marginPx: 8 }
  return {
    animation: false,
    textStyle: { fontFamily: CHART_FONT },
    grid: { left, right, top: TOP_PX, bottom: BOTTOM_PX, outerBoundsMode: 'none' },
    xAxis: timeAxis(ends, returnTicks, lettering),
    yAxis: gridAxis({ low: 0, high: most, ticks: weekTicks }, null, lettering),
    series: [
      binBars(rows, plotPx / counts.length, frame),
      ...zeroLine(ends, most, frame),
      ...lastWeek(rows, plotPx, frame),
    ],
  }
}

function wholeTicks(most: number, heightPx: number): Tick[] {
  return linearScale(0, most, heightPx).ticks.filter(({ at }) => at >= 0 && at <= most && Number.isInteger(at))
}

function ticksWithin({ min, max }: Ends, widthPx: number): Tick[] {
  const { ticks } = percentScale(min, max, widthPx, { mostTicks: widthPx < 400 ? 5 : 9 })
  return ticks.filter(({ at }) => at >= min && at <= max)
}

/** Decimal fractions at both ends of the axis of returns. */
interface Ends {
  min: number
  max: number
}

function binBars({ counts, from, width, last }: DistributionRows, pitchPx: number, { palette }: Frame) {
  return {
    id: 'bins',
    type: 'bar' as const,
    barWidth: Math.max(0.5, pitchPx - 1),
    data: counts.flatMap((weeks, bin) =>
      weeks === 0
        ? []
        : [
            {
              value: [from + (bin + 0.5) * width, weeks],
              itemStyle: { color: bin === last?.bin ? palette.accent : palette.leg },
            },
          ],
    ),
    ...PICTURE_ONLY,
  }
}

function zeroLine({ min, max }: Ends, most: number, { palette }: Frame) {
  if (min >= 0 || max <= 0) return []
  const data = [
    [0, 0],
    [0, most],
  ]
  const lineStyle = { color: palette.ink3, width: 1, type: [2, 3] }
  return [{ id: 'zero', type: 'line' as const, data, symbol: 'none', lineStyle, ...PICTURE_ONLY }]
}

/** Names the week in the accent, as near above its bar as the ends of the plot allow. */
function lastWeek({ last, counts, from, width }: DistributionRows, plotPx: number, { palette }: Frame) {
  if (last === null) return []
  const text = `${last.label} ${formatPercent(last.value)}%`
  const span = counts.length * width
  const half = (textWidthPx(text, FONT_PX, 'bold') / 2 / plotPx) * span
  const middle = Math.min(Math.max(from + (last.bin + 0.5) * width, from + half), from + span - half)
  return [
    {
      id: 'last',
      type: 'line' as const,
      data: [[middle, Math.max(1, ...counts)]],
      symbol: 'circle',
      symbolSize: 0,
      showSymbol: true,
      label: {
        show: true,
        position: 'top' as const,
        distance: 7,
        formatter: () => text,
        color: palette.accent,
        fontSize: FONT_PX,
        fontWeight: 'bold' as const,
        textBorderWidth: 0,
      },
      ...PICTURE_ONLY,
    },
  ]
}

const PICTURE_ONLY = { clip: false, silent: true, emphasis: { disabled: true } }
