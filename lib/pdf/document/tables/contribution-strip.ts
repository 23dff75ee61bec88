import type { ContributionTable } from '@/lib/analysis/contributions/contribution-table'
import { missingText } from '@/lib/analysis/contributions/missing-text'
import { formatPercent, signOf } from '@/lib/base/format'
import type { Translator } from '@/lib/messages/translate'
import type { Report } from '@/lib/report/model/report'
import { textCell } from './table-spec'

/** Returns what the excess of a portfolio comes from, for a template: a row for each group, and last the excess. */
export function contributionStrip(
  { windows, groups }: ContributionTable,
  { labels, convention }: Pick<Report, 'labels' | 'convention'>,
  t: Translator,
) {
  const heads = [labels.week, labels.month, labels.year]
  const cells = (values: readonly (number | null)[], bold: boolean) =>
    values.map((value) => ({ text: formatPercent(value), tone: signOf(value), bold }))
  const excess = windows.map((window) => window.excess)
  return {
    title: t('contributions.title'),
    notes: [
      t('contributions.method', { convention }),
      ...windows.flatMap(({ missing }, index) =>
        missing === null
          ? []
          : [t('contributions.ofWindow', { window: heads[index] ?? '', text: missingText(missing, t) })],
      ),
    ],
    strip: {
      head: [t('tables.unit'), ...heads],
      rows: [
        ...groups.map(({ name, values }) => [textCell(name), ...cells(values, false)]),
        [{ ...textCell(t('contributions.excess')), bold: true }, ...cells(excess, true)],
      ],
    },
  }
}
