import { buildSummary } from '@/lib/report/build/build-summary'
import type { Summary } from '@/lib/report/model/report'
import type { SummaryForm } from './answer-summary'
import { summaryTables } from './summary-tables'
import { writeWorkbook } from './write-workbook'

/** Writes both tables as a workbook, one on each sheet; leaves out a table without rows. */
export function summaryWorkbook(summary: Summary): Promise<Uint8Array<ArrayBuffer>> {
  const filled = summaryTables(summary).filter(({ table }) => table.rows.length > 0)
  return writeWorkbook(filled.map(({ name, table }) => ({ name, ...table })))
}

export const SUMMARY_WORKBOOK: SummaryForm = {
  file: 'summary.xlsx',
  type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  make: (inputs) => summaryWorkbook(buildSummary(inputs)),
}
