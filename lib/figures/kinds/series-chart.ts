import { isAboveYear } from '@/lib/analysis/above-year'
import { lineOver } from '@/lib/analysis/line'
import { type Daily, within } from '@/lib/analysis/measured-series'
import { formatPercent } from '@/lib/base/format'
import { seriesOption } from '@/lib/figures/options/series-option'
import type { SeriesPeriod } from '@/lib/figures/rows/row-sources'
import type { Fall, SeriesRows } from '@/lib/figures/rows/rows'
import { valueText } from '@/lib/figures/rows/value-text'
import { navRatio } from '@/lib/metrics/returns/nav-ratio'
import { drawdowns } from '@/lib/metrics/risk/drawdown'
import { drawdownEpisodes } from '@/lib/metrics/risk/drawdown-episodes'
import type { FigureContext, FigureKind } from './figure-kind'
import { lineLabels, periodDates, SERIES_FIGURE } from './series-figure'

/** How many of the deepest falls are shaded in a period of more than a year; in a shorter one the deepest alone. */
const SHADED_FALLS = 3

/**
 * Relative strength, or the excess of a portfolio, over a period, with legs in the same panel and its drawdown below.
 */
export const seriesChart: FigureKind<SeriesRows> = {
  ...SERIES_FIGURE,
  source: {
    of: 'period',
    canHaveLegs: true,
    rows: seriesRows,
  },
  figures: 'line',
  layouts: ['panels', 'panels-column', 'panels-small'],
  exportSize: 'panelsbroad',
  option: (rows, frame) => seriesOption(rows, frame),
  title: ({ t }) => t('figures.series-chart'),
  summary: (rows, context) => {
    const summary = lineSummary(rows, context)
    const falls = (rows.drawdown?.falls ?? []).map((fall) => fallText(fall, rows, context))
    if (falls.length === 0) return summary
    return `${summary} ${context.t('seriesChart.saysFalls', { falls: falls.join(context.t('seriesChart.semicolon')) })}`
  },
}

/** Returns the lines of a series, rebased to the close before the period, and the deepest falls of the main one. */
export function seriesRows({ history, span }: SeriesPeriod, { terms, t }: FigureContext): SeriesRows {
  const net = lineOver(history, span)
  const dates = periodDates(history, span)
  const isLong = isAboveYear(dates[1] ?? '', dates.at(-1) ?? '')
  const labels = lineLabels(history.kind, t)
  const beside = (terms?.legs ?? []).flatMap((role) => {
    const returns = history[role]
    return returns === null ? [] : [{ role, label: labels[role], values: navOf(within(returns, span)) }]
  })
  return {
    shape: 'series',
    daysPerYear: history.daysPerYear,
    unit: history.kind === 'factor' ? 'ratio' : 'earned',
    axis: terms?.axis ?? 'log',
    dates,
    lines: [{ role: 'net', label: labels.net, values: net }, ...beside],
    drawdown: {
      label: t('seriesChart.drawdown'),
      values: drawdowns(net),
      falls: worstFalls(net, isLong ? SHADED_FALLS : 1),
    },
  }
}

/** Returns the NAV of one leg. */
function navOf(returns: Daily): Daily {
  return navRatio(
    returns,
    returns.map(() => 0),
  )
}

/** Returns the deepest falls of a line, the deepest first, earlier ones first among equals. A gap ends the line. */
function worstFalls(ratios: Daily, count: number): Fall[] {
  const gap = ratios.indexOf(null)
  const known = ratios.slice(0, gap < 0 ? ratios.length : gap).filter((ratio) => ratio !== null)
  return drawdownEpisodes(known)
    .sort((a, b) => a.depth - b.depth)
    .slice(0, count)
}

/** Returns the end of the main line, and its highest and lowest close, without the base. */
function lineSummary({ lines, dates, unit }: SeriesRows, { names, t }: FigureContext): string {
  const [net] = lines
  const known = (net?.values ?? []).flatMap((value, at) =>
    value === null || at === 0 ? [] : [{ value, date: dates[at] ?? '' }],
  )
  const [first] = known
  if (first === undefined) return t('figures.gapAtStart')
  const high = known.reduce((best, point) => (point.value > best.value ? point : best), first)
  const low = known.reduce((worst, point) => (point.value < worst.value ? point : worst), first)
  return t('seriesChart.says', {
    name: names[0] ?? '',
    line: net?.label ?? '',
    from: dates[1] ?? '',
    to: dates.at(-1) ?? '',
    value: valueText(net?.values.at(-1) ?? null, unit),
    high: valueText(high.value, unit),
    highDate: high.date,
    low: valueText(low.value, unit),
    lowDate: low.date,
  })
}

function fallText({ depth, peak, trough, recovery }: Fall, { dates }: SeriesRows, { t }: FigureContext): string {
  return t('seriesChart.fall', {
    depth: formatPercent(depth, 1),
    peak: dates[peak] ?? '',
    trough: dates[trough] ?? '',
    recovery: recovery === null ? 'none' : (dates[recovery] ?? ''),
  })
}
