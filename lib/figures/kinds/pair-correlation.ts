import { pairCorrelation as rollingCorrelation } from '@/lib/analysis/comparison'
import { formatSigned } from '@/lib/base/format'
import { correlationOption } from '@/lib/figures/options/correlation-option'
import type { LineRows } from '@/lib/figures/rows/rows'
import { withStart } from '@/lib/figures/rows/with-start'
import type { FigureKind } from './figure-kind'
import { lineExportTable, yearEndTable } from './line-figure'

/** The correlation of two series' weekly returns over the 52 weeks that end with each week. */
export const pairCorrelation: FigureKind<LineRows> = {
  source: {
    of: 'pair',
    rows: ({ weeks, weekly: [a, b] }, { t }) => {
      if (!a || !b) return null
      const values = rollingCorrelation(a, b)
      if (values.every((value) => value === null)) return null
      const label = t('figures.pair-correlation')
      return { shape: 'line', measure: 'correlation', label, dates: withStart(weeks), values: [null, ...values] }
    },
  },
  figures: 'line',
  layouts: ['line', 'large-line'],
  exportSize: 'broad',
  option: (rows, frame) => correlationOption(rows, frame),
  title: ({ t }) => t('compare.rolling'),
  subject: ({ names: [a = '', b = ''], t }) => t('compare.pair', { a, b }),
  note: (_, { t }) => t('compare.rollingNote'),
  summary: ({ values }, { names: [a = '', b = ''], t }) =>
    t('compare.rollingAlt', { a, b, value: formatSigned(values.findLast((value) => value !== null) ?? null) }),
  table: (rows, context) => ({
    ...yearEndTable(rows, context),
    head: [context.t('takeaway.date'), context.t('figures.correlation')],
  }),
  exportTable: lineExportTable,
}
