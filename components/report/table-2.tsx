import type { Report } from '@/lib/report/report'
import { translatorFor } from '@/lib/translate'
import type { View } from '@/lib/view'
import { Spark } from '../table/spark'
import { NameCell, PrimaryCells } from './factor-row'
import { MissingNotes } from './missing-notes'
import { MeasureHeads, PrimaryColumns, PrimaryHeads } from './primary-columns'

/** Table 2: excess of the portfolios over their indexes, on the column grid of table 1. */
export function Table2({ report, view }: { report: Report; view: View }) {
  const t = translatorFor(view.locale)
  if (report.table2.length === 0) return null
  return (
    <section id="table-2" aria-labelledby="table-2-title" className="summary mt-8 mid:mt-10">
      <h2 id="table-2-title" className="pb-1.5 text-sheet">
        <span className="mr-2 font-normal text-ink-3">{t('tables.table2')}</span>
        {t('tables.table2Title')}
        <span className="ml-2.5 font-normal text-ink-2 text-note">{report.table2Note}</span>
      </h2>
      <table className="summary-table table-2">
        <PortfolioHead report={report} view={view} />
        <tbody>
          {report.table2.map((row) => (
            <tr key={row.code} data-series={row.code}>
              <td className="number-cell">{row.number}</td>
              <NameCell row={row} view={view} path={`/portfolios/${row.code}`} />
              <PrimaryCells row={row} view={view} className="" />
              <td className="fact-cell gap">{row.benchmark}</td>
              <td className="fact-cell">{row.sizeExposure}</td>
              <td className="spark-cell">
                <Spark values={row.spark} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="hidden pt-1.5 text-ink-2 text-note wide:block">{t('tables.keySparkPortfolio')}</p>
      <MissingNotes notes={report.missingNotes} codes={report.table2.map(({ code }) => code)} />
    </section>
  )
}

function PortfolioHead({ report: { labels }, view }: { report: Report; view: View }) {
  const t = translatorFor(view.locale)
  return (
    <>
      <colgroup>
        <PrimaryColumns />
        <col className="c-fact c-gap" />
        <col className="c-fact" />
        <col className="c-spark" />
      </colgroup>
      <thead>
        <MeasureHeads first={t('measures.excess')} second={t('tables.constraints')} span={2} />
        <tr>
          <PrimaryHeads labels={labels} view={view} name={t('tables.portfolio')} wins={t('measures.weeklyWins')} />
          <th scope="col" className="fact-cell gap">
            {t('tables.benchmark')}
          </th>
          <th scope="col" className="fact-cell">
            {t('tables.size')}
          </th>
          <th scope="col" className="spark-cell">
            {t('tables.spark')}
          </th>
        </tr>
      </thead>
    </>
  )
}
