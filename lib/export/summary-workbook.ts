import { summaryParts } from '@/lib/report/build/build-summary'
import { marketLine } from '@/lib/report/build/market-line'
import type { MarketBenchmark } from '@/lib/report/model/market-line'
import type { Summary } from '@/lib/report/model/report'
import type { SummaryForm } from './answer-summary'
import { commentarySheet } from './commentary-sheet'
import { contributionSheet } from './contribution-sheet'
import { marketSheet } from './market-sheet'
import { summaryTables } from './summary-tables'
import { writeWorkbook } from './write-workbook'

/**
 * Writes the market, both tables, the contributions of the portfolios and what the desk wrote as a workbook, one on each sheet; leaves out a
 * table without rows.
 */
export function summaryWorkbook(
  summary: Summary,
  market: MarketBenchmark[],
  contributions: ReturnType<typeof contributionSheet>,
  commentary: ReturnType<typeof commentarySheet>,
): Promise<Uint8Array<ArrayBuffer>> {
  const tables = [...summaryTables(summary), marketSheet(summary, market)]
  const others = [contributions, commentary].filter((sheet) => sheet !== null)
  const filled = [...tables, ...others].filter(({ table }) => table.rows.length > 0)
  return writeWorkbook(filled.map(({ name, table }) => ({ name, ...table })))
}

export const SUMMARY_WORKBOOK: SummaryForm = {
  file: 'summary.xlsx',
  type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  make: (inputs) => {
    const parts = summaryParts(inputs)
    return summaryWorkbook(parts.summary, marketLine(inputs, parts), contributionSheet(inputs), commentarySheet(inputs))
  },
}
