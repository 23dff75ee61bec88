import type { ReactNode } from 'react'
import { CompareMark } from '@/components/compare/compare-mark'
import { AddedCell } from '@/components/table/added-cell'
import { FigureCell } from '@/components/table/figure-cell'
import { NoteLetter } from '@/components/table/note-letter'
import { RankMark } from '@/components/table/rank-mark'
import type { Tints } from '@/components/table/tint'
import { WinRateCell } from '@/components/table/win-rate-cell'
import { To } from '@/components/text/to'
import { unbrokenName } from '@/components/text/unbroken'
import type { View } from '@/lib/address/view'
import { wholePercent } from '@/lib/base/format'
import { translatorFor } from '@/lib/messages/translate'
import type { SummaryRow } from '@/lib/report/model/report'
import { type PrimaryColumn, primaryColumns } from './primary-columns'

/** Shows a row's number, which links to its chart in the section of this number; null when there is no such section. */
export function NumberCell({ row, section, view }: { row: SummaryRow; section: number | null; view: View }) {
  const t = translatorFor(view.locale, view.window)
  if (section === null) return <td className="number-cell">{row.number}</td>
  return (
    <td className="number-cell">
      <a href={`#section-${section}`} title={t('table.toChart')}>
        {row.number}
      </a>
    </td>
  )
}

interface NameCellProps {
  row: SummaryRow
  view: View
  path: string
  /** A second line. */
  children?: ReactNode
}

/** Shows the name, with the letter of its note and a link to the page of the series. */
export function NameCell({ row, view, path, children }: NameCellProps) {
  return (
    <th scope="row" className="name-cell">
      <To path={path} view={view} className="hover:text-accent">
        {unbrokenName(row.name)}
      </To>
      <NoteLetter letter={row.noteLetter} />
      <CompareMark code={row.code} name={row.name} view={view} />
      {children}
    </th>
  )
}

interface PrimaryCellsProps {
  row: SummaryRow
  view: View
  tints: Tints
  className: string
}

/** Shows the visible columns of a row's first measure. */
export function PrimaryCells(props: PrimaryCellsProps) {
  return primaryColumns(props.view).map((column) => <PrimaryCell key={column} column={column} {...props} />)
}

function PrimaryCell({ column, row, view, tints, className }: PrimaryCellsProps & { column: PrimaryColumn }) {
  const labels = cellLabels(row, view)
  const { week, month, year } = row.primary
  switch (column) {
    case 'week':
      return (
        <FigureCell
          cell={week}
          {...labels}
          tint={tints(row, column)}
          hasRankMark
          className={`font-bold ${className}`}
        />
      )
    case 'month':
      return <FigureCell cell={month} {...labels} tint={tints(row, column)} className={className} />
    case 'year':
      return <FigureCell cell={year} {...labels} tint={tints(row, column)} className={className} />
    case 'rank':
      return <RankCell row={row} view={view} />
    case 'wins':
      return <PrimaryWins row={row} view={view} className={className} />
    default:
      return <AddedCell column={column} row={row} view={view} tint={tints(row, column)} className={className} />
  }
}

function RankCell({ row, view }: { row: SummaryRow; view: View }) {
  const t = translatorFor(view.locale, view.window)
  const { percentile } = row.primary.week
  if (percentile === null) return <td className="rank-cell" />
  return (
    <td className="rank-cell">
      <RankMark percentile={percentile} label={t('tables.rankText', { percent: wholePercent(percentile) })} />
    </td>
  )
}

function PrimaryWins({ row, view, className }: { row: SummaryRow; view: View; className: string }) {
  const t = translatorFor(view.locale, view.window)
  const measure = row.longExcess ? 'longShort' : 'excess'
  return (
    <WinRateCell
      id={`${row.code}.${measure}`}
      measure={row.primary}
      unit={view.window ?? (row.longExcess ? 'month' : 'week')}
      title={t('table.winsOf', { name: row.name, measure: t(`measures.${measure}`) })}
      view={view}
      className={className}
    />
  )
}

/** Returns the texts beside missing or unusual figures. */
export function cellLabels(row: SummaryRow, view: View) {
  const t = translatorFor(view.locale, view.window)
  return {
    unusualLabel: t('tables.unusualText'),
    missingLabel: row.noteLetter === null ? null : t('missing.title', { letter: row.noteLetter }),
  }
}
