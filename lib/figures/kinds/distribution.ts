import { weeklyDistribution } from '@/lib/analysis/statistics/weekly-distribution'
import { formatPercent, formatPercentInText, wholePercent } from '@/lib/base/format'
import { CHART_FONT, type ChartOption, type Frame, type Tick } from '@/lib/charts/frame'
import { gridAxis, timeAxis } from '@/lib/charts/line-axes'
import { linearScale } from '@/lib/charts/linear-scale'
import { percentScale } from '@/lib/charts/percent-scale'
import { textWidthPx } from '@/lib/charts/text-width'
import { fractionColumn } from '@/lib/figures/rows/fraction-column'
import type { FigureContext, FigureKind } from './figure-kind'

/** Number of weeks of a period by their return. */
export interface DistributionRows {
  shape: 'distribution'
  /** Start of the first bin, and width of each bin, decimal fractions. */
  from: number
  width: number
  counts: number[]
  /** The last week of the period; null where it has no value. */
  last: { value: number; end: string; bin: number; label: string } | null
  /** Share of the earlier weeks below it; null with fewer than 52 of them. */
  percentile: number | null
}

const TOP_PX = 22
const BOTTOM_PX = 26
const MIN_RIGHT_PX = 10
const FONT_PX = 11

/** Distribution of the weekly returns of a period, and the position of its last week. */
export const distribution: FigureKind<DistributionRows> = {
  source: {
    of: 'period',
    rows: ({ history, span }, { convention, t }) => {
      const found = weeklyDistribution(history, span, convention)
      if (found === null) return null
      const { histogram, last, percentile } = found
      const { from, width, counts } = histogram
      const named = last && { ...last, label: t('seriesChart.weekTo', { end: last.end }) }
      return { shape: 'distribution', from, width, counts, last: named, percentile }
    },
  },
  figures: 'window',
  layouts: ['small'],
  exportSize: 'small',
  option: drawn,
  title: ({ t }) => t('figures.distribution'),
  note,
  summary: (rows, context) => `${context.names[0] ?? ''} ${note(rows, context)}`,
  sample: (rows, { t }) => t('series.weeks', { count: weeksOf(rows) }),
  table: ({ from, width, counts }, { t }) => ({
    head: [`${t('seriesChart.binFrom')} %`, `${t('seriesChart.binTo')} %`, t('seriesChart.binWeeks')],
    rows: counts.map((weeks, bin) => [
      formatPercent(from + bin * width),
      formatPercent(from + (bin + 1) * width),
      String(weeks),
    ]),
  }),
  /** Returns a row for each bin: its edges, the upper one exclusive, and its number of weeks. */
  exportTable: ({ from, width, counts }, { t }) => ({
    columns: [
      fractionColumn(t('seriesChart.binFrom'), t),
      fractionColumn(t('seriesChart.binTo'), t),
      { header: t('seriesChart.binWeeks'), type: 'integer' },
    ],
    rows: counts.map((weeks, bin) => [edge(from + bin * width), edge(from + (bin + 1) * width), weeks]),
  }),
}

function weeksOf({ counts }: DistributionRows): number {
  return counts.reduce((sum, weeks) => sum + weeks, 0)
}

/** Returns the number of weeks, the width of the bins and the position of the last week. */
function note(rows: DistributionRows, { t }: FigureContext): string {
  const { width, last, percentile } = rows
  const count = weeksOf(rows)
  const says = last
    ? t('series.distributionSays', {
        count,
        width: formatPercent(width, 1).slice(1),
        end: last.end,
        value: formatPercentInText(last.value),
      })
    : t('series.distributionSaysNoWeek', { count })
  if (percentile === null) return says
  return t('seriesChart.both', { says, more: t('series.above', { share: wholePercent(percentile) }) })
}

/** Rounds an edge, to remove floating-point errors. */
function edge(value: number): number {
  return Number(value.toPrecision(12))
}

/**
 * Draws a bar for each bin, as high as its number of weeks; the last week's bin in the accent, with its return above.
 */
function drawn(rows: DistributionRows, frame: Frame): ChartOption {
  const { widthPx, heightPx, palette } = frame
  const { counts, from, width } = rows
  const most = Math.max(1, ...counts)
  const ends = { min: from, max: from + counts.length * width }
  const weekTicks = wholeTicks(most, heightPx - TOP_PX - BOTTOM_PX)
  const returnTicks = ticksWithin(ends, widthPx)
  const left = Math.max(...weekTicks.map(({ label }) => textWidthPx(label, FONT_PX))) + 12
  const right = Math.max(MIN_RIGHT_PX, textWidthPx(returnTicks.at(-1)?.label ?? '', FONT_PX) / 2)
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
  const { ticks } = percentScale(min, max, widthPx, { maxTicks: widthPx < 400 ? 5 : 9 })
  return ticks.filter(({ at }) => at >= min && at <= max)
}

/** Ends of the axis of returns, decimal fractions. */
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

/** Names the week in the accent, above its bar or as near as the ends of the plot allow. */
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
