import { Fragment } from 'react'
import type { FactorRow, FamilyGroup, Report } from '@/lib/report/report'
import { ORDERS } from '@/lib/table-view'
import { translatorFor } from '@/lib/translate'
import type { View } from '@/lib/view'
import { To } from '../layout/to'
import { FactorRowCells } from './factor-row'
import { MissingNotes } from './missing-notes'
import { SummaryHead } from './summary-head'
import { TableKey } from './table-key'

/** Table 1: long-short return and long excess of every factor. On a phone one switch exchanges the two. */
export function Table1({ report, view, path }: { report: Report; view: View; path: string }) {
  const t = translatorFor(view.locale)
  return (
    <section id="table-1" aria-labelledby="table-1-title" className="summary mt-8 mid:mt-10">
      <div className="flex flex-wrap items-baseline gap-x-6 pb-1.5">
        <h2 id="table-1-title" className="text-sheet">
          <span className="mr-2 font-normal text-ink-3">{t('tables.table1')}</span>
          {t('tables.table1Title')}
          <span className="ml-2.5 font-normal text-ink-2 text-note">{t('tables.unit')}</span>
        </h2>
        <OrderSwitch view={view} path={path} />
      </div>
      <MeasureSwitch view={view} />
      <table className="summary-table table-1">
        <SummaryHead labels={report.labels} view={view} />
        {view.order === 'family' ? (
          report.table1.map((family) => <FamilyRows key={family.code} family={family} view={view} report={report} />)
        ) : (
          <tbody>
            {inReportOrder(report).map((row) => (
              <FactorRowCells key={row.code} row={row} view={view} report={report} />
            ))}
          </tbody>
        )}
      </table>
      <TableKey view={view} sparkKey={t('tables.keySpark')} />
      <MissingNotes notes={report.missingNotes} codes={inReportOrder(report).map(({ code }) => code)} />
    </section>
  )
}

function FamilyRows({ family, view, report }: { family: FamilyGroup; view: View; report: Report }) {
  const t = translatorFor(view.locale)
  return (
    <tbody>
      <tr className="family-row">
        <th colSpan={12} scope="rowgroup">
          <b className="mr-2.5 text-ink">{family.name}</b>
          <span className="long-short">{t('tables.familyFact', { up: family.up, down: family.down })}</span>
        </th>
      </tr>
      {family.rows.map((row) => (
        <Fragment key={row.code}>
          <FactorRowCells row={row} view={view} report={report} />
        </Fragment>
      ))}
    </tbody>
  )
}

function OrderSwitch({ view, path }: { view: View; path: string }) {
  const t = translatorFor(view.locale)
  return (
    <p className="no-print ml-auto flex gap-3 text-ink-2 text-note">
      {ORDERS.map((order) => (
        <To
          key={order}
          path={`${path}#table-1`}
          view={{ ...view, order }}
          aria-current={order === view.order ? 'true' : undefined}
          className="py-1 hover:text-accent aria-[current]:font-bold aria-[current]:text-accent aria-[current]:shadow-[0_2px_0_var(--accent)]"
        >
          {t(`tables.order-${order}`)}
        </To>
      ))}
    </p>
  )
}

/** Two radio buttons that only a phone shows; style sheets do the rest, without script. */
function MeasureSwitch({ view }: { view: View }) {
  const t = translatorFor(view.locale)
  return (
    <fieldset className="measure-switch mid:hidden">
      <legend className="sr-only">{t('tables.show')}</legend>
      <label>
        <input type="radio" name="measure" value="long-short" defaultChecked className="sr-only" />
        {t('measures.longShort')}
      </label>
      <label>
        <input type="radio" name="measure" value="long-excess" className="sr-only" />
        {t('measures.longExcess')}
      </label>
    </fieldset>
  )
}

function inReportOrder(report: Report): FactorRow[] {
  return report.table1.flatMap(({ rows }) => rows).sort((a, b) => a.number - b.number)
}
