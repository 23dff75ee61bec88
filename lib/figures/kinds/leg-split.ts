import { cumulativeSplit } from '@/lib/analysis/leg-split'
import { seriesOption } from '@/lib/figures/options/series-option'
import type { SeriesPeriod } from '@/lib/figures/rows/row-sources'
import type { SeriesRows } from '@/lib/figures/rows/rows'
import { valueText } from '@/lib/figures/rows/value-text'
import type { FigureContext, FigureKind } from './figure-kind'
import { periodDates, SERIES_FIGURE } from './series-figure'

/** Cumulative parts of a factor's long-short return: long side and short side. */
export const legSplit: FigureKind<SeriesRows> = {
  ...SERIES_FIGURE,
  source: {
    of: 'period',
    rows: splitRows,
  },
  layouts: ['line', 'large-line'],
  exportSize: 'broad',
  option: (rows, frame) => seriesOption(rows, frame),
  title: ({ t }) => t('figures.leg-split'),
  summary: ({ lines, dates, unit }, { t }) => {
    const parts = lines.map(({ label, values }) =>
      t('seriesChart.sayLeg', { label, value: valueText(values.at(-1) ?? null, unit) }),
    )
    return t('seriesChart.splitSays', {
      from: dates[1] ?? '',
      to: dates.at(-1) ?? '',
      parts: parts.join(t('seriesChart.comma')),
    })
  },
}

/** Returns the lines of both sides and of their sum or product; null for a series without benchmark. */
export function splitRows({ history, span }: SeriesPeriod, { convention, t }: FigureContext): SeriesRows | null {
  const split = cumulativeSplit(history, span, convention)
  if (split === null) return null
  return {
    shape: 'series',
    unit: 'fraction',
    axis: 'linear',
    dates: periodDates(history, span),
    lines: [
      { role: 'net', label: t('series.net'), values: split.net },
      { role: 'leg', label: t('series.longPart'), values: split.long },
      { role: 'against', label: t('series.shortPart'), values: split.short },
    ],
    drawdown: null,
  }
}
