import type { Format } from '@/lib/api/question/parse-question'
import type { ExportColumn, ExportTable } from '@/lib/base/export-table'
import type { Locale } from '@/lib/base/locale'
import { writeCsv } from '@/lib/export/write-csv'
import { writeWorkbook } from '@/lib/export/write-workbook'
import { fractionColumn } from '@/lib/figures/rows/fraction-column'
import { translatorFor } from '@/lib/messages/translate'
import { columnHeader } from './column-header'
import { type Cell, cellTypeOf } from './columns'
import type { Endpoint, Row } from './endpoint'
import { writeParquet } from './write-parquet'

/** One page of an answer, before it is JSON, CSV, a workbook or Parquet. */
export interface Page {
  version: number
  stamp: string
  /** Whether any of the data up to this version are synthetic. */
  isDemo: boolean
  /** Rows of all pages. */
  total: number
  /** Cursor of the next page; null on the last one. */
  next: string | null
  rows: readonly Row[]
}

export const CONTENT_TYPES: Record<Format, string> = {
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  parquet: 'application/vnd.apache.parquet',
}

/**
 * Writes a page as JSON, CSV, a workbook or Parquet.
 * @param lang language of the column headers; null for the names of JSON, without byte-order mark
 */
export async function writeAnswer(
  page: Page,
  endpoint: Endpoint,
  format: Format,
  lang: Locale | null,
): Promise<Uint8Array<ArrayBuffer>> {
  if (format === 'json') return new TextEncoder().encode(JSON.stringify(page))
  if (format === 'parquet') return writeParquet(page.rows, endpoint)
  const table = tableOf(page.rows, endpoint, lang)
  if (format === 'csv') return new TextEncoder().encode(writeCsv(table, { hasMark: lang !== null }))
  return writeWorkbook([{ name: sheetName(endpoint.path), ...table }])
}

function tableOf(rows: readonly Row[], { row }: Endpoint, lang: Locale | null): ExportTable {
  const names = Object.keys(row.shape)
  return {
    columns: names.map((name) => exportColumn(name, cellTypeOf(row.shape[name] as never), lang)),
    rows: rows.map((cells) => names.map((name) => plainCell(cells[name]))),
  }
}

function exportColumn(name: string, type: ExportColumn['type'], lang: Locale | null): ExportColumn {
  const header = lang === null ? name : columnHeader(name, lang)
  if (type !== 'percent') return { header, type }
  return lang === null ? { header, fractionHeader: header, type } : fractionColumn(header, translatorFor(lang))
}

function plainCell(cell: Cell | undefined): string | number | null {
  return typeof cell === 'boolean' ? String(cell) : (cell ?? null)
}

/** Returns the last fixed word of the path: "daily" of "/factors/{code}/daily". */
function sheetName(path: string): string {
  return path.split('/').at(-1) ?? path
}
