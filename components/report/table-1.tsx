import type { View } from '@/lib/address/view'
import { translatorFor } from '@/lib/messages/translate'
import type { FactorRow, FamilyGroup, Report } from '@/lib/report/model/report'
import { sortRows } from '@/lib/report/table/sort-rows'
import { NO_TINTS, type Tints, tintsOf } from '../table/tint'
import { FactorRowCells } from './factor-row'
import { MissingNotes } from './missing-notes'
import { columnCount } from './primary-columns'
import { SummaryHead } from './summary-head'
import { SummaryTable } from './summary-table'
import { TableKey } from './table-key'
import { TableOptions } from './table-options'

/** Table 1: long-short return and long excess of every factor. On a phone one switch exchanges the two. */
export function Table1({ report, view, path }: { report: Report; view: View; path: string }) {
  const t = translatorFor(view.locale)
  const rows = report.table1.flatMap((family) => family.rows)
  const tints = view.heat ? tintsOf(rows) : NO_TINTS
  const anchored = `${path}#table-1`
  return (
    <section id="table-1" aria-labelledby="table-1-title" className="summary mt-8 mid:mt-10">
      <div className="summary-caption">
        <h2 id="table-1-title" className="text-sheet">
          <span className="mr-2 font-normal text-ink-3">{t('tables.table1')}</span>
          {t('tables.table1Title')}
          <span className="ml-2.5 font-normal text-ink-2 text-note">{t('tables.unit')}</span>
        </h2>
        <TableOptions view={view} path={anchored} />
      </div>
      <MeasureSwitch view={view} />
      <SummaryTable name="table-1" title={t('tables.table1Title')} view={view}>
        <SummaryHead labels={report.labels} view={view} path={anchored} />
        {view.order === 'family' ? (
          report.table1.map((family) => <FamilyRows key={family.code} family={family} view={view} tints={tints} />)
        ) : (
          <tbody>
            <FactorRows rows={rows} view={view} tints={tints} />
          </tbody>
        )}
      </SummaryTable>
      <TableKey rows={rows} view={view} sparkKey={t('tables.keySpark')} />
      <MissingNotes notes={report.missingNotes} codes={rows.map(({ code }) => code)} />
    </section>
  )
}

interface RowsProps {
  rows: FactorRow[]
  view: View
  tints: Tints
}

function FactorRows({ rows, view, tints }: RowsProps) {
  return sortRows(rows, view.sorting, view.locale).map((row) => (
    <FactorRowCells key={row.code} row={row} view={view} tints={tints} />
  ))
}

function FamilyRows({ family, ...rest }: { family: FamilyGroup } & Omit<RowsProps, 'rows'>) {
  const t = translatorFor(rest.view.locale)
  return (
    <tbody>
      <tr className="family-row">
        <th colSpan={columnCount(rest.view)} scope="rowgroup">
          <span className="family-name">
            <b className="mr-2.5 text-ink">{family.name}</b>
            <span className="long-short">{t('tables.familyFact', { up: family.up, down: family.down })}</span>
          </span>
        </th>
      </tr>
      <FactorRows rows={family.rows} {...rest} />
    </tbody>
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
