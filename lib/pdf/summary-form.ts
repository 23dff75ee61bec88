import type { SummaryForm } from '@/lib/export/answer-summary'
import { BoundedCache } from '@/lib/http/bounded-cache'
import { thePublisher } from '@/lib/publisher/the-publisher'
import { buildReport } from '@/lib/report/build/build-report'
import { pdfPool } from './pdf-pool'

/** The summary as a picture. Each is made once, outside the server's event loop. */
export const SUMMARY_PICTURE: SummaryForm = {
  file: 'summary.png',
  type: 'image/png',
  make: async (inputs, { version, stamp, market, locale, convention, colours }) => {
    const key = [version, stamp, market, inputs.days.at(-1), locale, convention, colours].join('/')
    const order = async () =>
      ({ kind: 'summary', report: buildReport(inputs), colours, publisher: thePublisher() }) as const
    const made = await pictures.get(key, async () => (await pdfPool.run(order)).bytes)
    if (made === null) throw new TypeError('a week that has a report has a picture')
    return made
  },
}

/** About forty weeks. */
const pictures = new BoundedCache<Uint8Array<ArrayBuffer>>(({ length }) => length, 16_000_000)
