import type { Publisher } from '@/lib/publisher/publisher'
import { getReportInputs } from '@/lib/report/get-report-inputs'
import type { ReportDays } from '@/lib/report/report-days'
import type { Colours, Convention, Locale } from '@/lib/view'
import type { ReportOrder } from './order'

interface ReportOrderRequest {
  version: number
  days: ReportDays
  /** Last trading day of the week, one of `days`. */
  asOf: string
  locale: Locale
  convention: Convention
  colours: Colours
  publisher: Publisher
}

/** All that the report of a week is made from, read from the store once. */
export async function getReportOrder({ colours, publisher, ...shown }: ReportOrderRequest): Promise<ReportOrder> {
  return { kind: 'report', inputs: await getReportInputs(shown), colours, publisher }
}
