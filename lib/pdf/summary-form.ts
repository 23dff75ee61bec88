import type { SummaryForm } from '@/lib/export/answer-summary'
import { thePublisher } from '@/lib/publisher/the-publisher'
import { pdfPool } from './pdf-pool'

/** The summary as a picture, made outside the server's event loop. */
export const SUMMARY_PICTURE: SummaryForm = {
  file: 'summary.png',
  type: 'image/png',
  make: async (report, { colours }) => {
    const order = { kind: 'summary', report, colours, publisher: thePublisher() } as const
    return (await pdfPool.run(async () => order)).bytes
  },
}
