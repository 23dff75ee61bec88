import { yearOf } from '@/lib/base/dates'
import { formatRatio } from '@/lib/base/format'
import { comparisonOption } from '@/lib/figures/options/comparison-option'
import type { LinesRows } from '@/lib/figures/rows/rows'
import { withStart } from '@/lib/figures/rows/with-start'
import type { FigureKind } from './figure-kind'

/** The NAV ratios of several series in one chart, from their common start. */
export const comparison: FigureKind<LinesRows> = {
  source: {
    of: 'comparison',
    rows: ({ days, lines }, { terms, names }) => ({
      shape: 'lines',
      axis: terms?.axis ?? 'log',
      dates: withStart(days),
      lines: lines.map(({ code, ratio }, index) => ({ code, label: names[index] ?? code, values: ratio })),
    }),
  },
  figures: 'line',
  layouts: ['line', 'large-line'],
  exportSize: 'broad',
  option: (rows, frame) => comparisonOption(rows, frame),
  title: ({ t }) => t('compare.chart'),
  subject: () => null,
  note: ({ axis, dates }, { t }) => t('compare.chartNote', { axis, start: dates[1] ?? '' }),
  summary: ({ dates, lines }, { t }) =>
    t('compare.chartAlt', {
      count: lines.length,
      from: dates[1] ?? '',
      to: dates.at(-1) ?? '',
      ends: lines
        .map(({ label, values }) => {
          const last = values.findLast((value) => value !== null) ?? null
          return t('compare.end', { name: label, value: formatRatio(last) })
        })
        .join(t('compare.comma')),
    }),
  /** Returns the last day of each year. */
  table: ({ dates, lines }, { t }) => ({
    head: [t('takeaway.date'), ...lines.map(({ label }) => label)],
    rows: dates.flatMap((date, at) => {
      const isYearEnd = at > 0 && yearOf(dates[at + 1] ?? '') !== yearOf(date)
      return isYearEnd ? [[date, ...lines.map(({ values }) => formatRatio(values[at] ?? null))]] : []
    }),
  }),
  exportTable: ({ dates, lines }, { t }) => ({
    columns: [
      { header: t('takeaway.date'), type: 'date' },
      ...lines.map(({ label }) => ({ header: label, type: 'number' as const })),
    ],
    rows: dates.map((date, at) => [date, ...lines.map(({ values }) => values[at] ?? null)]),
  }),
}
