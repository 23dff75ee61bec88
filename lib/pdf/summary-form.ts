import type { SummaryForm } from '@/lib/export/answer-summary'
import { thePublisher } from '@/lib/publisher/the-publisher'
import { buildReport } from '@/lib/report/build/build-report'
import { pdfPool } from './pdf-pool'

/** The summary as a picture, made outside the server's event loop. */
export const SUMMARY_PICTURE: SummaryForm = {
  file: 'summary.png',
  type: 'image/png',
  make: async (inputs, { colours }) => {
    const order = async () =>
      ({ kind: 'summary', report: buildReport(inputs), colours, publisher: thePublisher() }) as const
    return (await pdfPool.run(order)).bytes
  },
}
