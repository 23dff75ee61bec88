import { splitLine } from '@/lib/analysis/leg-split'
import { seriesOption } from '@/lib/figures/options/series-option'
import type { SeriesPeriod } from '@/lib/figures/rows/row-sources'
import type { SeriesRows } from '@/lib/figures/rows/rows'
import { valueText } from '@/lib/figures/rows/value-text'
import type { FigureContext, FigureKind } from './figure-kind'
import { periodDates, SERIES_FIGURE } from './series-figure'

/** The line of a factor and those of its long and short side, whose product it is. */
export const legSplit: FigureKind<SeriesRows> = {
  ...SERIES_FIGURE,
  source: {
    of: 'period',
    rows: splitRows,
  },
  figures: 'line',
  layouts: ['line', 'large-line'],
  exportSize: 'broad',
  option: (rows, frame) => seriesOption(rows, frame),
  title: ({ t }) => t('figures.leg-split'),
  note: ({ axis, dates }, { t }) => t('seriesChart.splitNote', { axis, from: dates[1] ?? '', to: dates.at(-1) ?? '' }),
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

/** Returns the lines of both sides and their product; null for a series without benchmark. */
export function splitRows({ history, span }: SeriesPeriod, { terms, t }: FigureContext): SeriesRows | null {
  const split = splitLine(history, span)
  if (split === null) return null
  return {
    shape: 'series',
    daysPerYear: history.daysPerYear,
    unit: 'ratio',
    axis: terms?.axis ?? 'log',
    dates: periodDates(history, span),
    lines: [
      { role: 'net', label: t('seriesChart.longShort'), values: split.net },
      { role: 'leg', label: t('seriesChart.longLine'), values: split.long },
      { role: 'against', label: t('seriesChart.shortLine'), values: split.short },
    ],
    drawdown: null,
  }
}
