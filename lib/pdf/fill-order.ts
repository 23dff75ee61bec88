import { factsheetJob } from '@/lib/pdf/document/factsheet-job'
import type { PdfJob } from '@/lib/pdf/document/job'
import { onePageJob } from '@/lib/pdf/document/one-page-job'
import { reportJob } from '@/lib/pdf/document/report-job'
import { makeWatermark } from './copies/make-watermark'
import { makePdf } from './make-pdf'
import type { MadeDocument, Order } from './order'
import { makePortraitPicture } from './portrait-picture'
import { makeSummaryPicture } from './summary-picture'

/** Makes the ordered document. Blocks this process for a while, so the server uses its pool instead. */
export function fillOrder(order: Order): MadeDocument {
  switch (order.kind) {
    case 'report':
      return pdf(reportJob(order.inputs, order))
    case 'factsheet':
      return pdf(factsheetJob(order.inputs, order))
    case 'one-page':
      return pdf(onePageJob(order.inputs, order))
    case 'summary':
      return { bytes: makeSummaryPicture(order), fault: null }
    case 'portrait':
      return { bytes: makePortraitPicture(order), fault: null }
    case 'watermark':
      return makeWatermark(order)
  }
}

function pdf(job: PdfJob): MadeDocument {
  const { bytes, fault } = makePdf(job)
  return { bytes: Uint8Array.from(bytes), fault }
}
