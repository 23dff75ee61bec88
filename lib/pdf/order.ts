/** What a document is ordered by: plain data that is sent to a child process. The same order gives the same bytes. */

import type { Colours } from '@/lib/base/appearance'
import type { Publisher } from '@/lib/publisher/publisher'
import type { ReportInputs } from '@/lib/report/model/inputs'
import type { Report } from '@/lib/report/model/report'

export type Order = ReportOrder | FactsheetOrder | SummaryOrder

/** The report of a week, as a PDF. */
export interface ReportOrder {
  kind: 'report'
  inputs: ReportInputs
  colours: Colours
  publisher: Publisher
}

/** One factor or portfolio, the only one that `inputs` are about, as a PDF. */
export interface FactsheetOrder extends Omit<ReportOrder, 'kind'> {
  kind: 'factsheet'
}

/** The summary of a week, as a PNG. */
interface SummaryOrder {
  kind: 'summary'
  report: Report
  colours: Colours
  publisher: Publisher
}

export interface MadeDocument {
  bytes: Uint8Array<ArrayBuffer>
  /** Why a PDF keeps no archive standard; null when it does. */
  fault: string | null
}
