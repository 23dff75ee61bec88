import type { FigureRequest, FigureRows } from '@/lib/figures/figure'
import { translatorFor } from '@/lib/messages/translate'
import type { ExportTable } from './export-table'
import { figureTable } from './figure-table'
import { writeCsv } from './write-csv'
import { writeWorkbook } from './write-workbook'

/** What a figure shows, as a file for a spreadsheet: every point, at full precision. */
export async function figureFile(
  { locale, kind }: FigureRequest,
  rows: FigureRows,
  file: 'csv' | 'xlsx',
): Promise<Uint8Array<ArrayBuffer>> {
  const t = translatorFor(locale)
  const table: ExportTable = figureTable(rows, t)
  return file === 'csv'
    ? new TextEncoder().encode(writeCsv(table))
    : writeWorkbook([{ name: t(`takeaway.kinds.${kind}`), ...table }])
}
