import type { FactorRow, Report, SummaryRow } from '@/lib/report/report'
import { percentText } from '@/lib/report/wording'
import { translatorFor } from '@/lib/translate'
import type { View } from '@/lib/view'
import { To } from '../layout/to'
import { FigureCell } from '../table/figure-cell'
import { RankMark } from '../table/rank-mark'
import { Spark } from '../table/spark'
import { WinRateText } from '../table/win-rate-text'

/** A row of table 1. */
export function FactorRowCells({ row, view, report }: { row: FactorRow; view: View; report: Report }) {
  const { longExcess } = row
  const labels = cellLabels(row, view)
  const wins = `${row.code}`
  return (
    <tr data-series={row.code}>
      <td className="number-cell">{row.number}</td>
      <NameCell row={row} view={view} path={`/factors/${row.code}`} />
      <PrimaryCells row={row} view={view} className="long-short" />
      <FigureCell cell={longExcess.week} {...labels} className="week-cell gap long-excess" />
      <FigureCell cell={longExcess.month} {...labels} className="long-excess" />
      <FigureCell cell={longExcess.year} {...labels} className="long-excess" />
      <td className="wins-cell long-excess" data-wins={`${wins}.longExcess`}>
        <WinRateText winRate={longExcess.winRate} />
      </td>
      <td className="spark-cell" data-version={report.version}>
        <Spark values={row.spark} />
      </td>
    </tr>
  )
}

/** Name with the letter of its note; it leads to the series' own page. */
export function NameCell({ row, view, path }: { row: SummaryRow; view: View; path: string }) {
  return (
    <th scope="row" className="name-cell">
      <To path={path} view={view} className="hover:text-accent">
        {row.name}
      </To>
      {row.noteLetter !== null && <sup className="ml-0.5 text-ink-3">{row.noteLetter}</sup>}
    </th>
  )
}

/** Week, its place in history, month, year and win rate of a row's first measure. */
export function PrimaryCells({ row, view, className }: { row: SummaryRow; view: View; className: string }) {
  const t = translatorFor(view.locale)
  const { week, month, year, winRate } = row.primary
  const labels = cellLabels(row, view)
  return (
    <>
      <FigureCell cell={week} {...labels} hasRankMark className={`week-cell ${className}`} />
      <td className="rank-cell">
        {week.percentile !== null && (
          <RankMark
            percentile={week.percentile}
            label={t('tables.rankText', { percent: percentText(week.percentile) })}
          />
        )}
      </td>
      <FigureCell cell={month} {...labels} className={className} />
      <FigureCell cell={year} {...labels} className={className} />
      <td className={`wins-cell ${className}`} data-wins={`${row.code}.${row.longExcess ? 'longShort' : 'excess'}`}>
        <WinRateText winRate={winRate} />
      </td>
    </>
  )
}

function cellLabels(row: SummaryRow, view: View) {
  const t = translatorFor(view.locale)
  return {
    unusualLabel: t('tables.unusualText'),
    missingLabel: row.noteLetter === null ? null : t('missing.title', { letter: row.noteLetter }),
  }
}
