import { contributionTable } from '@/lib/analysis/contributions/contribution-table'
import { missingText } from '@/lib/analysis/contributions/missing-text'
import type { ExportTable } from '@/lib/base/export-table'
import { formatPercent, formatPercentInText } from '@/lib/base/format'
import { waterfallOption } from '@/lib/figures/options/waterfall-option'
import type { ContributionRows } from '@/lib/figures/rows/contribution-rows'
import { fractionColumn } from '@/lib/figures/rows/fraction-column'
import type { PeriodContributions } from '@/lib/figures/rows/row-sources'
import type { FigureContext, FigureKind, FigureTable } from './figure-kind'

/** What a portfolio's excess of a period comes from: a waterfall of its components. */
export const contributions: FigureKind<ContributionRows> = {
  source: { of: 'contributions', rows: contributionRows },
  figures: 'window',
  layouts: ['waterfall'],
  exportSize: 'rows',
  option: (rows, frame) => waterfallOption(rows, frame),
  title: ({ t }) => t('figures.contributions'),
  note,
  summary,
  emptyReason: ({ missing }) => missing,
  table,
  exportTable,
}

/** Returns the contributions of the period; null when no day of it has any. */
function contributionRows(
  { history, span, known }: PeriodContributions,
  { convention, t }: FigureContext,
): ContributionRows | null {
  if (known.days.length === 0) return null
  const { windows, groups } = contributionTable(history, [span], known, convention)
  const [window] = windows
  if (window === undefined) return null
  return {
    shape: 'contributions',
    ...{ from: window.from, to: window.to, excess: window.excess },
    groups:
      window.missing === null
        ? groups.map((group) => ({ ...sumIn(group), components: group.components.map(sumIn) }))
        : [],
    missing: window.missing === null ? null : missingText(window.missing, t),
    totalLabel: t('contributions.excess'),
    othersLabel: t('contributions.others'),
  }
}

/** @throws RangeError for a window without values, whose groups are not asked for */
function sumIn({ name, values }: { name: string; values: (number | null)[] }): { name: string; value: number } {
  const [value] = values
  if (value == null) throw new RangeError(`${name} has no contribution in a window with contributions`)
  return { name, value }
}

function note({ from, to }: ContributionRows, { convention, t }: FigureContext): string {
  return t('contributions.note', { from, to, convention })
}

/** Names the excess and the groups that it comes from. */
function summary({ from, to, excess, groups }: ContributionRows, { names, t }: FigureContext): string {
  const parts = groups.map(({ name, value }) => t('figures.altBar', { role: name, value: formatPercent(value) }))
  return t('contributions.alt', {
    name: names[0] ?? '',
    from,
    to,
    excess: formatPercentInText(excess),
    parts: parts.join(t('figures.altComma')),
  })
}

/** Lists each group, its components below it, and last the excess. */
function table({ groups, excess, totalLabel }: ContributionRows, { t }: FigureContext): FigureTable {
  return {
    head: [t('contributions.component'), `${t('contributions.contribution')} %`],
    rows: [
      ...groups.flatMap(({ name, value, components }) => [
        [name, formatPercent(value)],
        ...components.map((own) => [
          t('contributions.within', { group: name, name: own.name }),
          formatPercent(own.value),
        ]),
      ]),
      [totalLabel, formatPercent(excess)],
    ],
  }
}

/** Returns a row for each component, or group without components, and last the excess. */
function exportTable({ groups, excess, totalLabel }: ContributionRows, { t }: FigureContext): ExportTable {
  return {
    columns: [
      { header: t('contributions.group'), type: 'text' },
      { header: t('contributions.component'), type: 'text' },
      fractionColumn(t('contributions.contribution'), t),
    ],
    rows: [
      ...groups.flatMap(({ name, value, components }) =>
        components.length === 0 ? [[name, null, value]] : components.map((own) => [name, own.name, own.value]),
      ),
      [totalLabel, null, excess],
    ],
  }
}
