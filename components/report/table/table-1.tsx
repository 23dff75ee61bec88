import { NO_TINTS, type Tints, tintsOf } from '@/components/table/tint'
import { SentOnce } from '@/components/text/sent-once'
import type { View } from '@/lib/address/view'
import { translatorFor } from '@/lib/messages/translate'
import type { FactorRow, FamilyGroup, Report } from '@/lib/report/model/report'
import { offeredColumns } from '@/lib/report/table/offered-columns'
import { sortRows } from '@/lib/report/table/sort-rows'
import { FactorRowCells } from './factor-row'
import { MeasureSwitch } from './measure-switch'
import { MissingNotes } from './missing-notes'
import { columnCount } from './primary-columns'
import { SummaryHead } from './summary-head'
import { SummaryTable } from './summary-table'
import { TableKey } from './table-key'
import { TableOptions } from './table-options'

/** Shows table 1: long-short return and long excess of every factor. On a phone a switch selects one of the two. */
export function Table1({ report, view, path }: { report: Report; view: View; path: string }) {
  const t = translatorFor(view.locale, view.window)
  const rows = report.table1.flatMap((family) => family.rows)
  const tints = view.heat ? tintsOf(rows) : NO_TINTS
  const anchored = `${path}#table-1`
  const hidden = new Set(report.written?.hiddenSections)
  return (
    <SentOnce
      as="section"
      id="table-1"
      aria-labelledby="table-1-title"
      className="summary mt-8 target:[outline:0] mid:mt-10"
    >
      <div className="flex flex-wrap items-baseline gap-x-6 pb-1.5">
        <h2 id="table-1-title" className="text-sheet">
          <span className="mr-2 font-normal text-ink-3">{t('tables.table1')}</span>
          {t('tables.table1Title')}
          <span className="ml-2.5 font-normal text-ink-2 text-note">{t('tables.unit')}</span>
        </h2>
        <TableOptions columns={offeredColumns(rows, view.columns, report.window)} view={view} path={anchored} />
      </div>
      <MeasureSwitch names={['longShort', 'longExcess']} view={view} />
      <SummaryTable name="table-1" title={t('tables.table1Title')} view={view}>
        <SummaryHead labels={report.labels} view={view} path={anchored} />
        {view.order === 'family' ? (
          report.table1.map((family, index) => (
            <FamilyRows key={family.code} family={family} isFirst={index === 0} {...{ view, tints, hidden }} />
          ))
        ) : (
          <tbody>
            <FactorRows rows={rows} view={view} tints={tints} hidden={hidden} />
          </tbody>
        )}
      </SummaryTable>
      <TableKey rows={rows} view={view} sparkKey={t('tables.keySpark')} />
      <MissingNotes notes={report.missingNotes} codes={rows.map(({ code }) => code)} />
    </SentOnce>
  )
}

interface RowsProps {
  rows: FactorRow[]
  view: View
  tints: Tints
  /** Codes of factors whose section is not on the page. */
  hidden: ReadonlySet<string>
}

function FactorRows({ rows, view, tints, hidden }: RowsProps) {
  return sortRows(rows, view.sorting, view.locale).map((row, index) => (
    <FactorRowCells
      key={row.code}
      row={row}
      view={view}
      tints={tints}
      isLast={index === rows.length - 1}
      hasSection={!hidden.has(row.code)}
    />
  ))
}

interface FamilyRowsProps extends Omit<RowsProps, 'rows'> {
  family: FamilyGroup
  isFirst: boolean
}

function FamilyRows({ family, isFirst, ...rest }: FamilyRowsProps) {
  const t = translatorFor(rest.view.locale, rest.view.window)
  return (
    <tbody>
      <tr className="family-row">
        <th
          colSpan={columnCount(rest.view)}
          scope="rowgroup"
          className={`pt-[7px] pb-[3px] text-left text-ink-2 text-note ${isFirst ? 'border-t-0' : 'border-line border-t max-mid:in-[.has-added]:border-t-0'}`}
        >
          <span className="family-name">
            <b className="mr-2.5 text-ink">{family.name}</b>
            <span className="first-measure">{t('tables.familyFact', { up: family.up, down: family.down })}</span>
          </span>
        </th>
      </tr>
      <FactorRows rows={family.rows} {...rest} />
    </tbody>
  )
}
