import type { ReactNode } from 'react'
import { MissingNotes } from '@/components/report/table/missing-notes'
import { pathWith } from '@/lib/address/parameters/packed'
import {
  PORTFOLIO_COLUMNS,
  type PortfolioColumn,
  type PortfolioParameters,
} from '@/lib/address/parameters/portfolio-parameters'
import type { View } from '@/lib/address/view'
import { DASH, formatRatio, formatSigned } from '@/lib/base/format'
import { type Translator, translatorFor } from '@/lib/messages/translate'
import type { PortfolioFigures, PortfoliosModel } from '@/lib/workbench/portfolios/get-portfolios'
import { columnValue, sortPortfolios } from '@/lib/workbench/portfolios/sort-portfolios'
import { CompareMark } from '../compare/compare-mark'
import { NoteLetter } from '../table/note-letter'
import { RuledHead, RuledTable } from '../table/ruled-table'
import { SortLink } from '../table/sort-link'
import { WinRateText } from '../table/win-rate-text'
import { FigureText } from '../text/figure-text'
import { SentOnce } from '../text/sent-once'
import { columnLabel } from './column-label'

interface PortfolioTableProps {
  model: PortfoliosModel
  view: View
  parameters: PortfolioParameters
}

/** A phone shows these, and the column by which the table is sorted. */
const ON_PHONE: readonly PortfolioColumn[] = ['week', 'year', 'informationRatio']
/** A tablet leaves these to the sections below. */
const ON_DESK: readonly PortfolioColumn[] = ['quarter', 'wins']

/** Shows the portfolios beside each other: a row for each, its excess, and its statistics of the period; heads sort. */
export function PortfolioTable({ model, view, parameters }: PortfolioTableProps) {
  const t = translatorFor(view.locale)
  const { report, portfolios } = model
  const { by, dir } = parameters
  const shown = by === undefined ? portfolios : sortPortfolios(portfolios, by, dir === 'asc')
  const classOf = (column: PortfolioColumn) => {
    if (ON_PHONE.includes(column) || column === by) return ''
    return ON_DESK.includes(column) ? 'max-pair:hidden' : 'max-mid:hidden'
  }
  return (
    <SentOnce as="div" className="mt-6">
      <h2 id="portfolio-table" className="pb-1.5 text-sheet">
        {t('portfolios.table')}
        <span className="ml-2.5 font-normal text-ink-2 text-note">{report.table2Note}</span>
      </h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls sideways needs keyboard focus */}
      <section className="-mr-3 overflow-x-auto pr-3" tabIndex={0} aria-label={t('portfolios.table')}>
        <RuledTable className="row-lines w-full max-mid:[--cell-y:8px] max-pair:[--cell-before:8px]">
          <RuledHead className="align-bottom">
            <tr>
              <th scope="col">{t('portfolios.name')}</th>
              {PORTFOLIO_COLUMNS.map((column) => (
                <ColumnHead
                  key={column}
                  column={column}
                  label={columnLabel(column, report.labels, t)}
                  view={view}
                  parameters={parameters}
                  className={classOf(column)}
                />
              ))}
            </tr>
          </RuledHead>
          <tbody>
            {shown.map((portfolio) => (
              <tr key={portfolio.row.code} data-series={portfolio.row.code} className="hover:bg-wash">
                <th scope="row" className="min-w-36 py-1.5">
                  <a href={`#${portfolio.row.code}`} className="link tap -my-1 inline-block max-mid:-my-2">
                    {portfolio.row.name}
                  </a>
                  <NoteLetter letter={portfolio.row.noteLetter} />
                  <CompareMark code={portfolio.row.code} name={portfolio.row.name} view={view} />
                  <div className="text-ink-2 text-note">{portfolio.row.benchmark}</div>
                </th>
                {PORTFOLIO_COLUMNS.map((column) => (
                  <td
                    key={column}
                    data-cell={`${portfolio.row.code}.${column}`}
                    className={`whitespace-nowrap ${column === 'week' ? 'font-bold' : ''} ${classOf(column)}`}
                  >
                    {shownFigure(portfolio, column)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </RuledTable>
      </section>
      <p className="mt-1.5 max-w-[72em] text-ink-2 text-note">
        {t('portfolios.note', { convention: view.convention })}
      </p>
      <MissingNotes notes={report.missingNotes} codes={portfolios.map(({ row }) => row.code)} />
      {portfolios.map((portfolio) => (
        <WhyMissing key={portfolio.row.code} portfolio={portfolio} t={t} />
      ))}
    </SentOnce>
  )
}

interface ColumnHeadProps extends Omit<PortfolioTableProps, 'model'> {
  column: PortfolioColumn
  label: string
  className: string
}

/** Shows a column head that sorts: the greatest first, then the smallest, then in the order of the catalogue. */
function ColumnHead({ column, label, view, parameters, className }: ColumnHeadProps) {
  const isAscending = parameters.dir === 'asc'
  const isSorted = parameters.by === column
  const next = !isSorted ? { by: column, dir: null } : isAscending ? { by: null, dir: null } : { dir: 'asc' }
  const direction = isSorted ? (isAscending ? 'asc' : 'desc') : null
  return (
    <th
      scope="col"
      aria-sort={isSorted ? (isAscending ? 'ascending' : 'descending') : undefined}
      className={`${className} ${isSorted ? 'font-bold text-accent' : ''}`}
    >
      <SortLink
        path={pathWith('/portfolios', { ...view.parameters, ...next })}
        view={view}
        label={label}
        direction={direction}
      />
    </th>
  )
}

function shownFigure(portfolio: PortfolioFigures, column: PortfolioColumn): ReactNode {
  const value = columnValue(portfolio, column)
  if (column === 'wins') return <WinRateText winRate={portfolio.row.primary.winRate} />
  if (value === null) return <span className="text-ink-3">{DASH}</span>
  switch (column) {
    case 'trackingError':
      return formatRatio(value * 100)
    case 'informationRatio':
      return formatSigned(value)
    case 'beta':
      return formatRatio(value)
    case 'upCapture':
    case 'downCapture':
      return formatRatio(value * 100, 1)
    default:
      return <FigureText value={value} />
  }
}

/** Says why statistics of a row have dashes. */
function WhyMissing({ portfolio, t }: { portfolio: PortfolioFigures; t: Translator }) {
  const { row, history, statistics } = portfolio
  const { name } = row
  if (statistics === null)
    return <p className="text-ink-2 text-note">{t('portfolios.young', { name, inception: history.inception })}</p>
  if (statistics.missing > 0)
    return <p className="text-ink-2 text-note">{t('portfolios.gap', { name, count: statistics.missing })}</p>
  const isShort = PORTFOLIO_COLUMNS.slice(5).some((column) => columnValue(portfolio, column) === null)
  return isShort ? <p className="text-ink-2 text-note">{t('portfolios.few', { name })}</p> : null
}
