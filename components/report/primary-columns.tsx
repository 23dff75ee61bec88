import type { View } from '@/lib/address/view'
import type { WindowLabels } from '@/lib/analysis/trading-windows'
import { type Translator, translatorFor } from '@/lib/messages/translate'
import { type AddedColumn, OPTIONAL_COLUMNS, type SortColumn } from '@/lib/report/table/table-view'
import { SortHead } from '../table/sort-head'

/** Columns of a row's first measure, in their order; `rank` is the percentile as a mark. */
const PRIMARY_COLUMNS = [
  'week',
  'change',
  'rank',
  'percentile',
  'zScore',
  'streak',
  'month',
  'quarter',
  'year',
  'oneYear',
  'drawdown',
  'wins',
] as const
export type PrimaryColumn = (typeof PRIMARY_COLUMNS)[number]

/** Those of them that a view shows. */
export function primaryColumns(view: View): PrimaryColumn[] {
  return PRIMARY_COLUMNS.filter((column) => !isOptional(column) || view.columns.includes(column))
}

/** How many columns table 1 has: number, name, its two measures, and the year as a line. */
export function columnCount(view: View): number {
  return 2 + primaryColumns(view).length + 4 + (view.columns.includes('spark') ? 1 : 0)
}

/** The columns of figures that a reader added: with them a table may be wider than its room. */
export function addedFigures(view: View): AddedColumn[] {
  return view.columns.filter((column) => column !== 'spark')
}

/** Classes of a column's cells. */
function cellClass(column: PrimaryColumn): string {
  if (column === 'rank') return 'rank-cell'
  if (column === 'wins') return 'wins-cell'
  return `figure-cell${isOptional(column) ? ' added' : ''}`
}

/** Number, name and the columns of the first measure: tables 1 and 2 share their widths. */
export function PrimaryColumns({ view }: { view: View }) {
  return (
    <>
      <col className="c-number" />
      <col />
      {primaryColumns(view).map((column) => (
        <col key={column} className={WIDTHS[column] ?? 'c-figure'} />
      ))}
    </>
  )
}

interface PrimaryHeadsProps {
  labels: WindowLabels
  view: View
  /** Path of the page and the table's own anchor. */
  path: string
  /** Head of the names. */
  name: string
  /** Head of the win rates. */
  wins: string
  /** Marks the figures that a phone's switch shows or hides. */
  className?: string
}

/** The heads of those columns, each of which sorts. */
export function PrimaryHeads({ labels, view, path, name, wins, className = '' }: PrimaryHeadsProps) {
  const t = translatorFor(view.locale)
  return (
    <>
      <th scope="col" className="number-cell">
        <span className="sr-only">{t('tables.number')}</span>
      </th>
      <SortHead column="name" label={name} view={view} path={path} className="name-cell" />
      {primaryColumns(view).map((column) => {
        const label = primaryLabel(column, { ...labels, wins }, t)
        const own = `${cellClass(column)} ${className}`
        // The percentile as a figure takes over the sorting from its mark, so that one head is the sorted one.
        return column === 'rank' && view.columns.includes('percentile') ? (
          <th key={column} scope="col" className={own}>
            {label}
          </th>
        ) : (
          <SortHead key={column} column={sortColumnOf(column)} label={label} view={view} path={path} className={own} />
        )
      })}
    </>
  )
}

/** The row above them, which names the two measures. */
export function MeasureHeads({
  first,
  second,
  span,
  view,
}: {
  first: string
  second: string
  span: number
  view: View
}) {
  return (
    <tr className="group-heads">
      <td colSpan={2} />
      <th colSpan={primaryColumns(view).length} scope="colgroup">
        <span>{first}</span>
      </th>
      <th colSpan={span} scope="colgroup" className="gap">
        <span>{second}</span>
      </th>
      {view.columns.includes('spark') && <td className="spark-cell" />}
    </tr>
  )
}

function sortColumnOf(column: PrimaryColumn): SortColumn {
  return column === 'rank' ? 'percentile' : column
}

function primaryLabel(column: PrimaryColumn, labels: WindowLabels & { wins: string }, t: Translator): string {
  if (column === 'rank') return t('tables.rank')
  return isOptional(column) ? t(`table.column-${column}`) : labels[column]
}

function isOptional(column: PrimaryColumn): column is AddedColumn {
  return OPTIONAL_COLUMNS.some((each) => each === column)
}

const WIDTHS: Partial<Record<PrimaryColumn, string>> = {
  rank: 'c-rank',
  percentile: 'c-short',
  zScore: 'c-short',
  streak: 'c-short',
  wins: 'c-wins',
}
