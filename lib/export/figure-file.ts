import type { ExportTable } from '@/lib/base/export-table'
import type { FigureRequest } from '@/lib/figures/figure-request'
import type { FigureContext, FigureRows } from '@/lib/figures/kinds/figure-kind'
import { FIGURES } from '@/lib/figures/registry'
import { translatorFor } from '@/lib/messages/translate'
import { writeCsv } from './write-csv'
import { writeWorkbook } from './write-workbook'

/** Returns the data of a figure as a file for a spreadsheet: every point, at full precision. */
export async function figureFile(
  { kind, ...request }: FigureRequest,
  rows: FigureRows,
  file: 'csv' | 'xlsx',
): Promise<Uint8Array<ArrayBuffer>> {
  const context: FigureContext = { ...request, names: [], t: translatorFor(request.locale, request.window) }
  const table: ExportTable = FIGURES[kind].exportTable(rows, context)
  return file === 'csv'
    ? new TextEncoder().encode(writeCsv(table))
    : writeWorkbook([{ name: context.t(`takeaway.kinds.${kind}`), ...table }])
}
