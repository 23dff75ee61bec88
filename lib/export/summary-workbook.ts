import type { Report } from '@/lib/report/model/report'
import type { SummaryForm } from './answer-summary'
import { summaryTables } from './summary-tables'
import { writeWorkbook } from './write-workbook'

/** Writes both tables as a workbook, one on each sheet; leaves out a table without rows. */
export function summaryWorkbook(report: Report): Promise<Uint8Array<ArrayBuffer>> {
  const filled = summaryTables(report).filter(({ table }) => table.rows.length > 0)
  return writeWorkbook(filled.map(({ name, table }) => ({ name, ...table })))
}

export const SUMMARY_WORKBOOK: SummaryForm = {
  file: 'summary.xlsx',
  type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  make: summaryWorkbook,
}
