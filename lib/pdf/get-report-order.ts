import type { ReportDays } from '@/lib/analysis/weeks/report-days'
import type { Colours } from '@/lib/base/appearance'
import type { Convention } from '@/lib/base/convention'
import type { Locale } from '@/lib/base/locale'
import type { Paper } from '@/lib/base/paper'
import type { WindowKind } from '@/lib/base/window-kind'
import type { Publisher } from '@/lib/publisher/publisher'
import { getChosenInputs } from '@/lib/report/build/get-report-inputs'
import type { OnePageOrder, ReportOrder } from './order'

interface ReportOrderRequest {
  version: number
  days: ReportDays
  /** What the report is of; a week when not given. */
  window?: WindowKind | undefined
  /** Last trading day of the week, the month or the quarter, one of `days`. */
  asOf: string
  locale: Locale
  convention: Convention
  colours: Colours
  publisher: Publisher
  paper: Paper
}

/** Reads all data for the report of a week, a month or a quarter, or for its one page, from the store. */
export async function getReportOrder(
  kind: 'report' | 'one-page',
  { colours, publisher, paper, ...shown }: ReportOrderRequest,
): Promise<ReportOrder | OnePageOrder> {
  return { kind, inputs: await getChosenInputs(shown), colours, publisher, paper }
}
