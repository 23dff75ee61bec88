import { FigureCell } from '@/components/table/figure-cell'
import { SortHead } from '@/components/table/sort-head'
import { Spark } from '@/components/table/spark'
import { NO_TINTS, type Tints, tintsOf } from '@/components/table/tint'
import { SentOnce } from '@/components/text/sent-once'
import type { View } from '@/lib/address/view'
import { translatorFor } from '@/lib/messages/translate'
import type { PortfolioRow, Summary } from '@/lib/report/model/report'
import { sortRows } from '@/lib/report/table/sort-rows'
import { RISK_COLUMNS } from '@/lib/report/table/table-view'
import { MeasureSwitch } from './measure-switch'
import { MissingNotes } from './missing-notes'
import { cellLabels, NameCell, NumberCell, PrimaryCells } from './primary-cells'
import {
  FIGURE_COLUMN,
  GAP_COLUMN,
  MeasureHeads,
  PrimaryColumns,
  PrimaryHeads,
  SPARK_COLUMN,
  WINS_COLUMN,
} from './primary-columns'
import { RISK_CELL, RiskCells, RiskColumns, RiskHeads } from './risk-columns'
import { STICKY_HEAD, SummaryTable } from './summary-table'

interface Table2Props {
  report: Summary
  view: View
  path: string
  /** Number of the section with the portfolios' charts; null when the page has none. */
  section: number | null
}

/**
 * Shows table 2: excess of the portfolios over their indexes and their absolute returns, each under the measure of table 1
 * that has the same columns, and the risk of the excess after the names. On a phone a switch selects one of them; up to a
 * full window the table scrolls.
 */
export function Table2({ report, view, path, section }: Table2Props) {
  const t = translatorFor(view.locale, view.window)
  const { table2, labels } = report
  const tints = view.heat ? tintsOf(table2) : NO_TINTS
  return (
    <SentOnce
      as="section"
      id="table-2"
      aria-labelledby="table-2-title"
      className="summary mt-8 target:[outline:0] mid:mt-10"
    >
      <h2 id="table-2-title" className="pb-1.5 text-sheet">
        <span className="mr-2 font-normal text-ink-3">{t('tables.table2')}</span>
        {t('tables.table2Title')}
        <span className="ml-2.5 font-normal text-ink-2 text-note">{report.table2Note}</span>
      </h2>
      <MeasureSwitch names={['excess', 'absolute', 'excessRisk']} view={view} />
      <SummaryTable name="table-2" title={t('tables.table2Title')} view={view}>
        <PortfolioHead labels={labels} view={view} path={`${path}#table-2`} />
        <tbody>
          {sortRows(table2, view.sorting, view.locale).map((row, index) => (
            <PortfolioCells
              key={row.code}
              row={row}
              isLast={index === table2.length - 1}
              section={section}
              view={view}
              tints={tints}
            />
          ))}
        </tbody>
      </SummaryTable>
      <p className="flex flex-wrap gap-x-6 pt-1.5 text-ink-2 text-note">
        {view.columns.includes('spark') && <span className="max-wide:hidden">{t('tables.keySparkPortfolio')}</span>}
        <span className="key-risk">{t('tables.keyRisk')}</span>
      </p>
      <MissingNotes notes={report.missingNotes} codes={table2.map(({ code }) => code)} />
    </SentOnce>
  )
}

interface PortfolioCellsProps {
  row: PortfolioRow
  /** Number of the portfolios' section; null when the page has none. */
  section: number | null
  view: View
  tints: Tints
  /** Is it the last row of its table? */
  isLast: boolean
}

function PortfolioCells({ row, section, view, tints, isLast }: PortfolioCellsProps) {
  const t = translatorFor(view.locale, view.window)
  const labels = cellLabels(row, view)
  const { week, month, year } = row.absolute
  return (
    <tr data-series={row.code} className={isLast ? 'last-row' : undefined}>
      <NumberCell row={row} section={section} view={view} />
      <NameCell row={row} view={view} path={`/portfolios/${row.code}`}>
        <span className="block text-ink-2 text-note max-mid:hidden">
          {t('tables.constraintsOf', { benchmark: row.benchmark, size: row.sizeExposure })}
        </span>
      </NameCell>
      <RiskCells risk={row.risk} view={view} />
      <PrimaryCells row={row} view={view} tints={tints} className="first-measure" />
      <FigureCell cell={week} {...labels} className="gap second-measure font-bold" />
      <FigureCell cell={month} {...labels} className="second-measure" />
      <FigureCell cell={year} {...labels} className="second-measure" />
      <td className="max-mid:hidden" />
      {view.columns.includes('spark') && (
        <td className="spark-cell">
          <Spark values={row.spark} />
        </td>
      )}
    </tr>
  )
}

function PortfolioHead({ labels, view, path }: { labels: Summary['labels']; view: View; path: string }) {
  const t = translatorFor(view.locale, view.window)
  return (
    <>
      <colgroup className="max-mid:hidden">
        <PrimaryColumns view={view} afterName={<RiskColumns />} />
        <col className={GAP_COLUMN} />
        <col className={FIGURE_COLUMN} />
        <col className={FIGURE_COLUMN} />
        <col className={WINS_COLUMN} />
        {view.columns.includes('spark') && <col className={SPARK_COLUMN} />}
      </colgroup>
      <thead className={STICKY_HEAD}>
        <MeasureHeads
          first={t('measures.excess')}
          others={[{ text: t('measures.absolute'), span: 4 }]}
          afterName={{ text: t('measures.excessRisk'), span: RISK_COLUMNS.length, className: RISK_CELL }}
          view={view}
        />
        <tr className="column-heads">
          <PrimaryHeads
            labels={labels}
            view={view}
            path={path}
            name={t('tables.portfolio')}
            afterName={<RiskHeads view={view} path={path} />}
            wins={t('measures.weeklyWins')}
            className="first-measure"
          />
          <th scope="col" className="figure-cell gap second-measure">
            {labels.week}
          </th>
          <th scope="col" className="figure-cell second-measure">
            {labels.month}
          </th>
          <th scope="col" className="figure-cell second-measure">
            {labels.year}
          </th>
          <td className="max-mid:hidden" />
          {view.columns.includes('spark') && (
            <SortHead column="spark" label={t('tables.spark')} view={view} path={path} className="spark-cell" />
          )}
        </tr>
      </thead>
    </>
  )
}
