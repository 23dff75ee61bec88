import type { PortfolioColumn } from '@/lib/address/parameters/portfolio-parameters'
import type { Translator } from '@/lib/messages/translate'
import type { Summary } from '@/lib/report/model/report'

/** Returns the head of a column; windows have the names that the report of the week gives them. */
export function columnLabel(column: PortfolioColumn, labels: Summary['labels'], t: Translator): string {
  if (column === 'week' || column === 'month' || column === 'year') return labels[column]
  return t(`portfolios.column-${column}`)
}
