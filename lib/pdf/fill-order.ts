import { makePdf } from './make-pdf'
import type { MadeDocument, Order } from './order'
import { reportJob } from './report-job'
import { makeSummaryPicture } from './summary-picture'

/** Makes what is ordered, in this process, which it blocks for a while: the server asks its press instead. */
export function fillOrder(order: Order): MadeDocument {
  switch (order.kind) {
    case 'report': {
      const { bytes, fault } = makePdf(reportJob(order.inputs, order.colours, order.publisher))
      return { bytes: Uint8Array.from(bytes), fault }
    }
    case 'summary':
      return { bytes: makeSummaryPicture(order), fault: null }
  }
}
