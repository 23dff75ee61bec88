import type { ReactNode } from 'react'
import { SortHead } from '@/components/table/sort-head'
import type { View } from '@/lib/address/view'
import type { WindowLabels } from '@/lib/analysis/trading-windows'
import { type Translator, translatorFor } from '@/lib/messages/translate'
import {
  type AddedColumn,
  isCoefficient,
  OPTIONAL_COLUMNS,
  type SortColumn,
  type StandingColumn,
} from '@/lib/report/table/table-view'

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

/** Returns the columns of a view. */
export function primaryColumns(view: View): PrimaryColumn[] {
  return PRIMARY_COLUMNS.filter((column) => !isOptional(column) || view.columns.includes(column))
}

/** Returns the number of columns of table 1: number, name, its two measures, coefficients, and the line of the year. */
export function columnCount(view: View): number {
  const others = view.columns.filter((column) => column === 'spark' || isCoefficient(column))
  return 2 + primaryColumns(view).length + 4 + others.length
}

/** Returns the figure columns that the reader added to table 1; they can make it wider than the page. */
export function addedFigures(view: View): AddedColumn[] {
  return view.columns.filter((column) => column !== 'spark')
}

/** Returns those of them that table 2 has too. */
export function standingFigures(view: View): StandingColumn[] {
  return addedFigures(view).filter((column) => !isCoefficient(column))
}

/** Widths of columns, by the width of the window, for the col elements of a table with fixed layout. */
export const FIGURE_COLUMN = 'w-[62px] pair:w-[70px]'
export const GAP_COLUMN = 'w-[76px] pair:w-[90px]'
const SHORT_COLUMN = 'w-[60px]'
export const WINS_COLUMN = 'w-[46px] pair:w-[52px]'
export const SPARK_COLUMN = 'w-0 wide:w-28'

/** Returns the classes of a column's cells. */
function cellClass(column: PrimaryColumn): string {
  if (column === 'rank') return 'rank-cell'
  if (column === 'wins') return 'wins-cell'
  return `figure-cell${isOptional(column) ? ' added' : ''}`
}

/**
 * Shows the col elements of number, name and the first measure; tables 1 and 2 have the same widths.
 * @param afterName columns between them, in the room of long names
 */
export function PrimaryColumns({ view, afterName }: { view: View; afterName?: ReactNode }) {
  return (
    <>
      <col className="w-[26px]" />
      <col />
      {afterName}
      {primaryColumns(view).map((column) => (
        <col key={column} className={WIDTHS[column] ?? FIGURE_COLUMN} />
      ))}
    </>
  )
}

interface PrimaryHeadsProps {
  labels: WindowLabels
  view: View
  /** Path of the page with the table's anchor. */
  path: string
  /** Head of the names. */
  name: string
  /** Head of the win rates. */
  wins: string
  /** Has the table families? */
  hasFamilies?: boolean
  /** Heads between the name and the first measure. */
  afterName?: ReactNode
  /** Marks the figures that a phone's switch shows or hides. */
  className?: string
}

/** Shows the heads of those columns; each one sorts. */
export function PrimaryHeads({ labels, name, wins, afterName, className = '', ...sorted }: PrimaryHeadsProps) {
  const { view } = sorted
  const t = translatorFor(view.locale, view.window)
  return (
    <>
      <th scope="col" className="number-cell">
        <span className="sr-only">{t('tables.number')}</span>
      </th>
      <SortHead {...sorted} column="name" label={name} className="name-cell" />
      {afterName}
      {primaryColumns(view).map((column) => {
        const label = primaryLabel(column, { ...labels, wins }, t)
        const own = `${cellClass(column)} ${className}`
        // With a percentile column the sort link is in its head instead of the mark's, so that only one head is sorted.
        return column === 'rank' && view.columns.includes('percentile') ? (
          <th key={column} scope="col" className={own}>
            {label}
          </th>
        ) : (
          <SortHead {...sorted} key={column} column={sortColumnOf(column)} label={label} className={own} />
        )
      })}
    </>
  )
}

const TOP = 'border-rule border-t-2'
const MEASURE = 'block border-line border-b pb-[3px]'

interface MeasureHeadsProps {
  /** Name of the columns between the name and the first measure, and their number. */
  afterName?: { text: string; span: number; className: string }
  /** Name of the first measure. */
  first: string
  /** Names of what follows, each with its number of columns. */
  others: { text: string; span: number }[]
  view: View
}

/** Shows the row above them, with the names of the measures. */
export function MeasureHeads({ afterName, first, others, view }: MeasureHeadsProps) {
  return (
    <tr className="measure-heads text-left text-ink max-mid:hidden">
      <td colSpan={2} className={TOP} />
      {afterName && (
        <th colSpan={afterName.span} scope="colgroup" className={`pr-7 pb-0.5 font-bold ${TOP} ${afterName.className}`}>
          <span className={MEASURE}>{afterName.text}</span>
        </th>
      )}
      <th colSpan={primaryColumns(view).length} scope="colgroup" className={`pb-0.5 font-bold ${TOP}`}>
        <span className={MEASURE}>{first}</span>
      </th>
      {others.map(({ text, span }) => (
        <th key={text} colSpan={span} scope="colgroup" className={`gap pb-0.5 font-bold ${TOP}`}>
          <span className={MEASURE}>{text}</span>
        </th>
      ))}
      {view.columns.includes('spark') && <td className={`spark-cell ${TOP}`} />}
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

function isOptional(column: PrimaryColumn): column is StandingColumn {
  return OPTIONAL_COLUMNS.some((each) => each === column)
}

const WIDTHS: Partial<Record<PrimaryColumn, string>> = {
  rank: 'w-0 wide:w-[76px]',
  percentile: FIGURE_COLUMN,
  zScore: SHORT_COLUMN,
  streak: SHORT_COLUMN,
  wins: WINS_COLUMN,
}
