import type { SummaryForm } from './answer-summary'
import { summaryTable } from './summary-tables'
import { writeCsv } from './write-csv'

/** Both tables in one CSV. */
export const SUMMARY_CSV: SummaryForm = {
  file: 'summary.csv',
  type: 'text/csv; charset=utf-8',
  make: async (report) => new TextEncoder().encode(writeCsv(summaryTable(report))),
}
