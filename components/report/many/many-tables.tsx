import { NO_TINTS, tintsOf } from '@/components/table/tint'
import { reportPath } from '@/lib/address/report-path'
import type { View } from '@/lib/address/view'
import { translatorFor } from '@/lib/messages/translate'
import { FAMILIES_PAGE } from '@/lib/report/many/many-factors'
import type { FactorRow, ManyFactors, Report } from '@/lib/report/model/report'
import { offeredColumns } from '@/lib/report/table/offered-columns'
import { sortRows } from '@/lib/report/table/sort-rows'
import { FactorRowCells } from '../table/factor-row'
import { MeasureSwitch } from '../table/measure-switch'
import { MissingNotes } from '../table/missing-notes'
import { SummaryHead } from '../table/summary-head'
import { SummaryTable } from '../table/summary-table'
import { TableKey } from '../table/table-key'
import { TableOptions } from '../table/table-options'
import { FamilyTable } from './family-table'
import { FindFactor } from './find-factor'
import { PartLinks } from './part-links'

interface ManyTablesProps {
  report: Report
  many: ManyFactors
  /** Page of the families, from 1. */
  page: number
  view: View
  path: string
}

/** Returns the number of pages of the families; one for a report that shows every factor. */
export function familyPages(many: ManyFactors | null): number {
  return many === null ? 1 : Math.ceil(many.totals.length / FAMILIES_PAGE)
}

/** Returns the families of a page, from 1. */
export function familiesOnPage({ totals }: ManyFactors, page: number): ManyFactors['totals'] {
  return totals.slice((page - 1) * FAMILIES_PAGE, page * FAMILIES_PAGE)
}

/** Shows totals by family, and the most unusual factors: table 1 of a report of many factors. */
export function ManyTables({ report, many, page, view, path }: ManyTablesProps) {
  const t = translatorFor(view.locale, view.window)
  const families = familiesOnPage(many, page)
  const from = (page - 1) * FAMILIES_PAGE
  return (
    <div id="table-1">
      <p className="mt-8 max-w-[54em] text-note text-ink-2">{t('many.rule', { count: many.all.count })}</p>
      <FindFactor view={view} />
      <FamilyTable measure="longShort" families={families} all={many.all} report={report} view={view} />
      <FamilyTable measure="longExcess" families={families} all={many.all} report={report} view={view} />
      <PartLinks
        path={reportPath(report.week.asOf, report.window)}
        family={null}
        of="families"
        page={page}
        pages={familyPages(many)}
        view={view}
        part={t('many.partFamilies', { from: from + 1, to: from + families.length, count: many.totals.length })}
      />
      <UnusualFactors report={report} many={many} view={view} path={path} />
    </div>
  )
}

/** Shows the most unusual factors with all their figures. */
function UnusualFactors({ report, many, view, path }: Omit<ManyTablesProps, 'page'>) {
  const t = translatorFor(view.locale, view.window)
  const rows = chosenRows(report, many)
  const tints = view.heat ? tintsOf(rows) : NO_TINTS
  const anchored = `${path}#unusual`
  const sorted = view.sorting ? sortRows(rows, view.sorting, view.locale) : rows
  return (
    <section id="unusual" aria-labelledby="unusual-title" className="summary mt-8 target:[outline:0] mid:mt-10">
      <div className="flex flex-wrap items-baseline gap-x-6 pb-1.5">
        <h2 id="unusual-title" className="text-sheet">
          {t('many.unusual')}
          <span className="ml-2.5 font-normal text-ink-2 text-note">{t('tables.unit')}</span>
        </h2>
        {rows.length > 0 && (
          <TableOptions
            columns={offeredColumns(rows, view.columns, report.window)}
            view={view}
            path={anchored}
            hasOrder={false}
          />
        )}
      </div>
      <p className="max-w-[54em] pb-1.5 text-note text-ink-2">{unusualRule(many, rows.length, view)}</p>
      {rows.length > 0 && (
        <>
          <MeasureSwitch names={['longShort', 'longExcess']} view={view} />
          <SummaryTable name="table-1" title={t('many.unusual')} view={view}>
            <SummaryHead labels={report.labels} view={view} path={anchored} />
            <tbody>
              {sorted.map((row, index) => (
                <FactorRowCells
                  key={row.code}
                  row={row}
                  view={view}
                  tints={tints}
                  hasSection={false}
                  isLast={index === rows.length - 1}
                />
              ))}
            </tbody>
          </SummaryTable>
          <TableKey rows={rows} view={view} sparkKey={t('tables.keySpark')} />
          <MissingNotes notes={report.missingNotes} codes={rows.map(({ code }) => code)} />
        </>
      )}
    </section>
  )
}

function unusualRule({ unusual }: ManyFactors, shown: number, view: View): string {
  return translatorFor(view.locale, view.window)('many.unusualRule', {
    count: unusual,
    shown: shown === unusual ? 'all' : String(shown),
  })
}

/** Returns the rows of the chosen factors, the most unusual one first. */
function chosenRows({ table1 }: Report, { chosen }: ManyFactors): FactorRow[] {
  const rows = new Map(table1.flatMap((family) => family.rows).map((row) => [row.code, row]))
  return chosen.flatMap((code) => rows.get(code) ?? [])
}
