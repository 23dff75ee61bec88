import type { Measure, Windows } from '@/lib/analysis/cell'
import type { ExcessRisk } from '@/lib/analysis/statistics/line-risk'
import type { ExportColumn, ExportTable } from '@/lib/base/export-table'
import { fractionColumn } from '@/lib/figures/rows/fraction-column'
import { translatorFor } from '@/lib/messages/translate'
import type { ComparedRow, Summary, WindowRow } from '@/lib/report/model/report'

type MeasureName = 'longShort' | 'longExcess' | 'excess' | 'absolute'

interface Line {
  table: number
  row: ComparedRow
  group: string
  name: MeasureName
  /** An absolute return has no win rate. */
  measure: Windows & Partial<Measure>
  /** Of a portfolio's excess alone. */
  risk?: ExcessRisk
}

/**
 * Merges tables 1 and 2: a line for each series and measure. Returns are decimal fractions at full precision; a missing
 * one is empty, with the reason as a note. The last columns are the risk of a portfolio's excess over one year.
 */
export function summaryTable(summary: Summary): ExportTable {
  return { columns: columnsOf(summary), rows: linesOf(summary).map((line) => cellsOf(line, summary)) }
}

/** Returns the two tables separately, as on the page. */
export function summaryTables(summary: Summary): { name: string; table: ExportTable }[] {
  const t = translatorFor(summary.locale, summary.window)
  const columns = columnsOf(summary)
  return [1, 2].map((table) => ({
    name: t(table === 1 ? 'tables.table1' : 'tables.table2'),
    table: {
      columns,
      rows: linesOf(summary)
        .filter((line) => line.table === table)
        .map((line) => cellsOf(line, summary)),
    },
  }))
}

function columnsOf({ locale, window, labels }: Summary): ExportColumn[] {
  const t = translatorFor(locale, window)
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
    fractionColumn(t('tables.trackingError'), t),
    { header: t('tables.informationRatio'), type: 'number' },
    fractionColumn(t('tables.maximumDrawdown'), t),
  ]
}

/** Returns factors in the order of the report, every one of many, then portfolios. */
function linesOf({ table1, table2, many }: Summary): Line[] {
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
      { table: 2, row, group: row.benchmark, name: 'excess', measure: row.primary, risk: row.risk },
      { table: 2, row, group: row.benchmark, name: 'absolute', measure: row.absolute },
    ]),
  ]
}

function cellsOf({ table, row, group, name, measure, risk }: Line, summary: Summary): (string | number | null)[] {
  const t = translatorFor(summary.locale)
  const { week, month, year, winRate } = measure
  const figures = [
    week.value,
    month.value,
    year.value,
    winRate?.wins ?? null,
    winRate?.periods ?? null,
    week.percentile,
  ]
  const shown = [summary.week.asOf, summary.version, t(`week.${summary.convention}`)]
  const notes = summary.missingNotes.filter(({ code }) => code === row.code).map(({ text }) => text)
  const demo = summary.isDemo ? [t('demo.label')] : []
  const note = [...demo, ...notes].join(' ')
  const head = [table, row.number, row.code, row.name, group, t(`measures.${name}`)]
  const ofYear = [risk?.trackingError ?? null, risk?.informationRatio ?? null, risk?.maximumDrawdown ?? null]
  return [...head, ...figures, ...shown, note === '' ? null : note, ...ofYear]
}
