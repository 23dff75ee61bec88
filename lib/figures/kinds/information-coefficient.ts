import { decimalYear } from '@/lib/base/dates'
import { formatRatio, formatSigned } from '@/lib/base/format'
import { CHART_FONT, type ChartOption, type Frame } from '@/lib/charts/frame'
import { spanOf } from '@/lib/charts/in-view'
import { gridAxis, timeAxis } from '@/lib/charts/line-axes'
import { percentScale } from '@/lib/charts/percent-scale'
import { textWidthPx } from '@/lib/charts/text-width'
import { timeTicks } from '@/lib/charts/time-ticks'
import type { Translator } from '@/lib/messages/translate'
import { winRate } from '@/lib/metrics/returns/win-rate'
import { meanToDeviation } from '@/lib/metrics/statistics/mean-to-deviation'
import { moments } from '@/lib/metrics/statistics/moments'
import type { FigureContext, FigureKind } from './figure-kind'

/** Information coefficients of a factor from −1 to 1, and mean errors of its ranks from 0 to 1, by rebalancing. */
export interface CoefficientRows {
  shape: 'quality'
  /** ISO dates, oldest first. */
  dates: string[]
  /** The line that is drawn comes first; null on dates without it. */
  lines: QualityLine[]
  /** Mean of the drawn coefficient; null for fewer than two values. */
  mean: { value: number; label: string } | null
}

interface QualityLine {
  name: 'rankIc' | 'ic' | 'rankMae'
  label: string
  values: (number | null)[]
}

const TOP_PX = 12
const BOTTOM_PX = 28
const FONT_PX = 11
const MEAN_FONT_PX = 12
const WIDEST_BAR_PX = 10
/** Width of a bar as a share of the distance between bars. */
const BAR_SHARE = 0.7
/** Minimum span of a coefficient's axis. */
const MIN_SPAN = 0.04

/** How well a factor ranked the stocks: a bar for each rebalancing. */
export const informationCoefficient: FigureKind<CoefficientRows> = {
  source: {
    of: 'coefficients',
    /** Draws the rank coefficient, which is more robust; without it the other one, and without both the mean errors. */
    rows: (coefficients, { terms, t }) => {
      const shown = coefficients.filter(({ date }) => terms && date >= terms.from && date <= terms.to)
      const lines = [
        { name: 'rankIc' as const, label: t('seriesChart.rankIc'), values: shown.map(({ rankIc }) => rankIc) },
        { name: 'ic' as const, label: t('seriesChart.plainIc'), values: shown.map(({ ic }) => ic) },
        { name: 'rankMae' as const, label: t('seriesChart.rankMae'), values: shown.map(({ rankMae }) => rankMae) },
      ].filter(({ values }) => values.some((value) => value !== null))
      if (lines.length === 0) return null
      const { mean } = coefficientFigures({ lines })
      return {
        shape: 'quality',
        dates: shown.map(({ date }) => date),
        lines,
        mean: mean === null ? null : { value: mean, label: t('seriesChart.mean') },
      }
    },
  },
  figures: null,
  layouts: ['strip'],
  exportSize: 'stripbroad',
  option: drawn,
  title: ({ t }) => t('figures.ic'),
  note,
  summary: (rows, context) => {
    const { dates, lines } = rows
    const [drawn] = lines
    const last = (drawn?.values ?? []).findLastIndex((value) => value !== null)
    return context.t('seriesChart.icAlt', {
      name: context.names[0] ?? '',
      note: note(rows, context),
      last: formatSigned(drawn?.values[last] ?? null, 3),
      date: dates[last] ?? '',
    })
  },
  sample: (rows, { t }) => t('seriesChart.rebalancings', { count: coefficientFigures(rows).count }),
  /** Lists the newest first. */
  table: ({ dates, lines }, { t }) => ({
    head: [t('takeaway.date'), ...lines.map(({ label }) => label)],
    rows: dates
      .map((date, at) => [date, ...lines.map(({ values }) => formatSigned(values[at] ?? null, 4))])
      .toReversed(),
  }),
  exportTable: ({ dates, lines }, { t }) => ({
    columns: [
      { header: t('takeaway.date'), type: 'date' },
      ...lines.map(({ label }) => ({ header: label, type: 'number' as const })),
    ],
    rows: dates.map((date, at) => [date, ...lines.map(({ values }) => values[at] ?? null)]),
  }),
}

/** Statistics of a factor's information coefficients; null where there are too few. None is annualised. */
interface CoefficientFigures {
  count: number
  mean: number | null
  /** Standard deviation with n − 1. */
  deviation: number | null
  /** ICIR: mean divided by standard deviation. */
  ratio: number | null
  /** Share above zero. */
  positive: number | null
}

/** Computes the figures of the drawn coefficient. */
function coefficientFigures({ lines }: Pick<CoefficientRows, 'lines'>): CoefficientFigures {
  const values = lines[0]?.values ?? []
  const [found, { wins, periods }] = [moments(values), winRate(values)]
  return {
    count: periods,
    mean: found?.mean ?? null,
    deviation: found?.deviation ?? null,
    ratio: meanToDeviation(values),
    positive: periods === 0 ? null : wins / periods,
  }
}

/** Returns the kind of coefficient, its span and its figures, then mean and deviation of the errors. */
function note(rows: CoefficientRows, { t }: FigureContext): string {
  const errors = rows.lines.find(({ name }) => name === 'rankMae')
  const ofErrors = errors ? [errorNote(errors, t)] : []
  if (rows.lines[0]?.name === 'rankMae') return ofErrors.join('')
  const { count, mean, deviation, ratio, positive } = coefficientFigures(rows)
  const ofDrawn = t('seriesChart.icNote', {
    label: rows.lines[0]?.label ?? '',
    from: rows.dates[0] ?? '',
    to: rows.dates.at(-1) ?? '',
    count,
    mean: formatSigned(mean, 3),
    deviation: formatRatio(deviation, 3),
    ratio: formatSigned(ratio),
    share: formatRatio(positive === null ? null : positive * 100, 0),
  })
  return [ofDrawn, ...ofErrors].join(t('keyPoints.semicolon'))
}

function errorNote({ label, values }: QualityLine, t: Translator): string {
  const found = moments(values)
  return t('seriesChart.maeNote', {
    label,
    count: values.filter((value) => value !== null).length,
    mean: formatRatio(found?.mean ?? null, 3),
    deviation: formatRatio(found?.deviation ?? null, 3),
  })
}

/** Draws a bar from zero for each rebalancing, and a dashed line at the mean, named at its end. */
function drawn(rows: CoefficientRows, frame: Frame): ChartOption {
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

function coefficientScale({ lines }: CoefficientRows, heightPx: number) {
  const known = (lines[0]?.values ?? []).filter((value) => value !== null)
  const scale = percentScale(Math.min(0, ...known), Math.max(0, ...known), heightPx, { minSpan: MIN_SPAN })
  return { ...scale, ticks: scale.ticks.map(({ at }) => ({ at, label: coefficientText(at) })) }
}

/** Formats with as few decimals as possible: "0.05", "−0.1". */
function coefficientText(at: number): string {
  return String(Number(at.toPrecision(6))).replace('-', '−')
}

/** Returns the ends of the time axis in decimal years, with half a bar free before the first and after the last one. */
function withRoom(first: number, last: number, share: number): { min: number; max: number } {
  const span = last - first || 1
  const room = (span * share) / (1 - 2 * share)
  return { min: first - room, max: (last === first ? first + span : last) + room }
}

function coefficientBars({ dates, lines }: CoefficientRows, barPx: number, { palette }: Frame) {
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
  { mean }: CoefficientRows,
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
