import type { Measure, Windows } from '@/lib/analysis/cell'
import type { ExportColumn, ExportTable } from '@/lib/base/export-table'
import { fractionColumn } from '@/lib/figures/rows/fraction-column'
import { translatorFor } from '@/lib/messages/translate'
import type { ComparedRow, Report, WindowRow } from '@/lib/report/model/report'

type MeasureName = 'longShort' | 'longExcess' | 'excess' | 'absolute'

interface Line {
  table: number
  row: ComparedRow
  group: string
  name: MeasureName
  /** An absolute return has no win rate. */
  measure: Windows & Partial<Measure>
}

/**
 * Merges tables 1 and 2: a line for each series and measure. Returns are decimal fractions at full precision; a missing
 * one is empty, with the reason in the last column.
 */
export function summaryTable(report: Report): ExportTable {
  return { columns: columnsOf(report), rows: linesOf(report).map((line) => cellsOf(line, report)) }
}

/** Returns the two tables separately, as on the page. */
export function summaryTables(report: Report): { name: string; table: ExportTable }[] {
  const t = translatorFor(report.locale)
  const columns = columnsOf(report)
  return [1, 2].map((table) => ({
    name: t(table === 1 ? 'tables.table1' : 'tables.table2'),
    table: {
      columns,
      rows: linesOf(report)
        .filter((line) => line.table === table)
        .map((line) => cellsOf(line, report)),
    },
  }))
}

function columnsOf({ locale, labels }: Report): ExportColumn[] {
  const t = translatorFor(locale)
  return [
    { header: t('export.table'), type: 'integer' },
    { header: t('export.number'), type: 'integer' },
    { header: t('export.code'), type: 'text' },
    { header: t('export.name'), type: 'text' },
    { header: t('export.group'), type: 'text' },
    { header: t('export.measure'), type: 'text' },
    fractionColumn(labels.week, t),
    fractionColumn(labels.month, t),
    fractionColumn(labels.year, t),
    { header: t('export.wins'), type: 'integer' },
    { header: t('export.periods'), type: 'integer' },
    { header: t('export.percentile'), type: 'number' },
    { header: t('export.asOf'), type: 'date' },
    { header: t('export.version'), type: 'integer' },
    { header: t('export.convention'), type: 'text' },
    { header: t('export.note'), type: 'text' },
  ]
}

/** Returns factors in the order of the report, every one of many, then portfolios. */
function linesOf({ table1, table2, many }: Report): Line[] {
  const factors = (many?.families ?? table1).flatMap(({ rows, name }) =>
    rows.map((row: WindowRow) => ({ row, group: name })),
  )
  const inReportOrder = factors.toSorted((a, b) => a.row.number - b.row.number)
  return [
    ...inReportOrder.flatMap(({ row, group }): Line[] => [
      { table: 1, row, group, name: 'longShort', measure: row.primary },
      { table: 1, row, group, name: 'longExcess', measure: row.longExcess },
    ]),
    ...table2.flatMap((row): Line[] => [
      { table: 2, row, group: row.benchmark, name: 'excess', measure: row.primary },
      { table: 2, row, group: row.benchmark, name: 'absolute', measure: row.absolute },
    ]),
  ]
}

function cellsOf({ table, row, group, name, measure }: Line, report: Report): (string | number | null)[] {
  const t = translatorFor(report.locale)
  const { week, month, year, winRate } = measure
  const figures = [
    week.value,
    month.value,
    year.value,
    winRate?.wins ?? null,
    winRate?.periods ?? null,
    week.percentile,
  ]
  const shown = [report.week.asOf, report.version, t(`week.${report.convention}`)]
  const notes = report.missingNotes.filter(({ code }) => code === row.code).map(({ text }) => text)
  const demo = report.isDemo ? [t('demo.label')] : []
  const note = [...demo, ...notes].join(' ')
  const head = [table, row.number, row.code, row.name, group, t(`measures.${name}`)]
  return [...head, ...figures, ...shown, note === '' ? null : note]
}
