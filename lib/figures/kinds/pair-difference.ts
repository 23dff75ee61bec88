import { relativeReturns } from '@/lib/analysis/comparison'
import { formatPercent } from '@/lib/base/format'
import { cumulativeExcessOption } from '@/lib/figures/options/cumulative-excess-option'
import type { LineRows } from '@/lib/figures/rows/rows'
import { withStart } from '@/lib/figures/rows/with-start'
import type { FigureContext, FigureKind } from './figure-kind'
import { lineExportTable, yearEndTable } from './line-figure'

/** The return of one line relative to another since their common start: the ratio of both, minus 1. */
export const pairDifference: FigureKind<LineRows> = {
  source: {
    of: 'pair',
    rows: ({ days, lines: [a, b] }, { t }) => {
      if (!a || !b) return null
      const values = relativeReturns(a.ratio, b.ratio)
      const label = t('figures.pair-difference')
      return { shape: 'line', measure: 'cumulative-excess', label, dates: withStart(days), values }
    },
  },
  figures: 'line',
  layouts: ['line', 'large-line'],
  exportSize: 'broad',
  option: (rows, frame) => cumulativeExcessOption(rows, frame),
  title: (context) => context.t('compare.difference', pairOf(context)),
  subject: () => null,
  note: (_, { t }) => t('compare.differenceNote'),
  summary: ({ dates, values }, context) =>
    context.t('compare.differenceAlt', {
      ...pairOf(context),
      to: dates.at(-1) ?? '',
      value: formatPercent(values.at(-1) ?? null),
    }),
  table: (rows, context) => ({
    ...yearEndTable(rows, context),
    head: [context.t('takeaway.date'), context.t('figures.pair-difference')],
  }),
  exportTable: lineExportTable,
}

function pairOf({ names: [a = '', b = ''] }: FigureContext): { a: string; b: string } {
  return { a, b }
}
