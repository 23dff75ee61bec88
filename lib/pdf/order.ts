/** The order of a document: plain data for a child process. The same order gives the same bytes. */

import type { Colours } from '@/lib/base/appearance'
import type { Locale } from '@/lib/base/locale'
import type { Paper } from '@/lib/base/paper'
import type { Publisher } from '@/lib/publisher/publisher'
import type { ReportInputs } from '@/lib/report/model/inputs'
import type { Report } from '@/lib/report/model/report'

export type Order = ReportOrder | OnePageOrder | FactsheetOrder | SummaryOrder | WatermarkOrder

/** The report of a week, as a PDF. */
export interface ReportOrder {
  kind: 'report'
  inputs: ReportInputs
  colours: Colours
  publisher: Publisher
  paper: Paper
}

/** The week on one page, as a PDF. */
export interface OnePageOrder extends Omit<ReportOrder, 'kind'> {
  kind: 'one-page'
}

/** The only factor or portfolio in `inputs`, as a PDF. */
export interface FactsheetOrder extends Omit<ReportOrder, 'kind'> {
  kind: 'factsheet'
}

/** The summary of a week, as a PNG: wide for desks, or upright for chats. */
interface SummaryOrder {
  kind: 'summary' | 'portrait'
  report: Report
  colours: Colours
  publisher: Publisher
}

/** A page with nothing but one line at its foot, as a PDF that is laid over other pages. */
export interface WatermarkOrder {
  kind: 'watermark'
  text: string
  locale: Locale
  /** Of the page, in points. */
  width: number
  height: number
}

export interface MadeDocument {
  bytes: Uint8Array<ArrayBuffer>
  /** Why a PDF does not conform to the archive standard; null when it does. */
  fault: string | null
}
