import { translatorFor } from '@/lib/messages/translate'
import type { SeriesRisk } from '@/lib/pdf/document/risk'
import type { ComparedRow, Report } from '@/lib/report/model/report'
import { windowCells } from './report-tables'
import { riskCells, riskOfRow } from './risk-table'
import { type TableCell, textCell } from './table-spec'

/** With more factors than this only the highest and the lowest of the week have a row. */
const FACTORS_MAX = 16

/** A small table of what each series returned. */
export interface RecordTable {
  heads: string[]
  groups: { name: string; rows: TableCell[][] }[]
  /** What is left out; null when nothing is. */
  rest: string | null
}

/**
 * Returns the essence of both tables: week, month and year of the first measure of each factor, by family, and of each portfolio.
 * @param risk adds the risk since inception, for each row; null for none
 */
export function recordTable(
  { table1, table2, labels, locale, window }: Report,
  risk: SeriesRisk[] | null,
): RecordTable {
  const t = translatorFor(locale, window)
  const { week, month, year } = labels
  const factors = table1.flatMap(({ rows }) => rows)
  const chosen = new Set(chosenOf(factors).map(({ code }) => code))
  const groups = [
    ...table1.map(({ name, rows }) => ({ name, rows: rows.filter(({ code }) => chosen.has(code)) })),
    { name: t('tables.portfolio'), rows: table2 },
  ].filter(({ rows }) => rows.length > 0)
  const rest = factors.length - chosen.size
  const heads = (['riskVolatility', 'riskRatio', 'riskMaximum', 'riskCurrent'] as const).map((key) => t(`pdf.${key}`))
  return {
    heads: [week, month, year, ...(risk === null ? [] : heads)],
    groups: groups.map(({ name, rows }) => ({
      name,
      rows: rows.map((row: ComparedRow) => [
        textCell(row.shortName),
        ...windowCells(row.primary),
        ...(risk === null ? [] : riskCells(riskOfRow(row, risk).sinceInception)),
      ]),
    })),
    rest: rest > 0 ? t('pdf.recordRest', { half: FACTORS_MAX / 2, count: rest }) : null,
  }
}

/** Returns all factors, or of many those with the highest and the lowest return of the week. */
function chosenOf<Row extends ComparedRow>(factors: Row[]): Row[] {
  if (factors.length <= FACTORS_MAX) return factors
  const weekOf = ({ primary }: Row) => primary.week.value ?? Number.NEGATIVE_INFINITY
  const sorted = factors.toSorted((a, b) => weekOf(b) - weekOf(a))
  return [...sorted.slice(0, FACTORS_MAX / 2), ...sorted.slice(-FACTORS_MAX / 2)]
}
