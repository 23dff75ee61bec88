import { buildSummary } from '@/lib/report/build/build-summary'
import type { SummaryForm } from './answer-summary'
import { summaryTable } from './summary-tables'
import { writeCsv } from './write-csv'

/** Both tables in one CSV. */
export const SUMMARY_CSV: SummaryForm = {
  file: 'summary.csv',
  type: 'text/csv; charset=utf-8',
  make: async (inputs) => new TextEncoder().encode(writeCsv(summaryTable(buildSummary(inputs)))),
}
