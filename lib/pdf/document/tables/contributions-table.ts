import type { ContributionTable } from '@/lib/analysis/contributions/contribution-table'
import { missingText } from '@/lib/analysis/contributions/missing-text'
import { formatPercent, signOf } from '@/lib/base/format'
import { translatorFor } from '@/lib/messages/translate'
import { sourceOf } from '@/lib/pdf/document/source'
import type { Report } from '@/lib/report/model/report'
import { head, named, type TableCell, type Tabled, type TableSpec, textCell } from './table-spec'

/** Portfolios side by side in a table; more have further tables. */
const SIDE_BY_SIDE = 3
/** Width of a figure, mm. */
const FIGURE_WIDTH = 13.5

interface Contributed {
  name: string
  table: ContributionTable
}

/** Returns how many tables say what the excess of the portfolios comes from. */
export function contributionTableCount(report: Report): number {
  return Math.ceil(contributedOf(report).length / SIDE_BY_SIDE)
}

/**
 * Returns the tables of what the excess of each portfolio comes from: a row for each group, last the excess, and for each
 * portfolio week, month and year; none without contributions.
 * @param number of the first one in the document
 */
export function contributionTables(job: Tabled, number: number): TableSpec[] {
  const all = contributedOf(job.report)
  return Array.from({ length: contributionTableCount(job.report) }, (_, index) =>
    tableOf(all.slice(index * SIDE_BY_SIDE, (index + 1) * SIDE_BY_SIDE), String(number + index), job),
  )
}

function contributedOf({ sections, table2 }: Report): Contributed[] {
  const names = new Map(table2.map(({ code, shortName }) => [code, shortName]))
  const parts = sections.flatMap((section) => (section.kind === 'portfolios' ? section.parts : []))
  return parts.flatMap(({ code, name, contributions }) =>
    contributions === null ? [] : [{ name: names.get(code) ?? name, table: contributions }],
  )
}

function tableOf(shown: Contributed[], number: string, job: Tabled): TableSpec {
  const { labels, convention, locale } = job.report
  const t = translatorFor(locale)
  const windows = [labels.week, labels.month, labels.year]
  const groups = new Map(shown.flatMap(({ table }) => table.groups.map(({ code, name }) => [code, name] as const)))
  return {
    ...named(number, `${t('contributions.title')}${t('pdf.captionUnit', { unit: t('tables.unit') })}`, t),
    columns: [0, ...shown.flatMap(() => windows.map(() => FIGURE_WIDTH))],
    texts: 1,
    heads: [
      [head('', 1, true), ...shown.map(({ name }) => head(name, windows.length))],
      [head(t('contributions.component'), 1, true), ...shown.flatMap(() => windows.map((text) => head(text)))],
    ],
    groups: [
      {
        title: null,
        fact: '',
        rows: [
          ...[...groups].map(([code, name]) => [
            textCell(name),
            ...shown.flatMap(({ table }) => groupCells(table, code)),
          ]),
          [
            { ...textCell(t('contributions.excess')), bold: true },
            ...shown.flatMap(({ table }) => table.windows.map(({ excess }) => ({ ...figure(excess), bold: true }))),
          ],
        ],
      },
    ],
    notes: [
      t('contributions.method', { convention }),
      ...shown.flatMap(({ name, table }) =>
        table.windows.flatMap(({ missing }, index) =>
          missing === null
            ? []
            : [
                `${name}${t('pdf.separator')}${t('contributions.ofWindow', { window: windows[index] ?? '', text: missingText(missing, t) })}`,
              ],
        ),
      ),
      sourceOf(job, t),
    ],
  }
}

/** Returns the cells of a group; empty ones for a portfolio that has no such group. */
function groupCells({ groups, windows }: ContributionTable, code: string): TableCell[] {
  const own = groups.find((group) => group.code === code)
  return own === undefined ? windows.map(() => textCell('')) : own.values.map(figure)
}

function figure(value: number | null): TableCell {
  return { text: formatPercent(value), tone: signOf(value), bold: false }
}
