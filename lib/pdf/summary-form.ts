import type { SummaryForm } from '@/lib/export/answer-summary'
import { BoundedCache } from '@/lib/http/bounded-cache'
import { thePublisher } from '@/lib/publisher/the-publisher'
import type { Report } from '@/lib/report/model/report'
import { pdfPool } from './pdf-pool'

/** The summary as a picture. Each is made once, outside the server's event loop. */
export const SUMMARY_PICTURE: SummaryForm = {
  file: 'summary.png',
  type: 'image/png',
  make: async (report, { version, stamp, market, locale, convention, colours }) => {
    const key = [version, stamp, market, report.week.asOf, locale, convention, colours].join('/')
    const order = { kind: 'summary', report: withoutRows(report), colours, publisher: thePublisher() } as const
    const made = await pictures.get(key, async () => (await pdfPool.run(async () => order)).bytes)
    if (made === null) throw new TypeError('a week that has a report has a picture')
    return made
  },
}

/** About forty weeks. */
const pictures = new BoundedCache<Uint8Array<ArrayBuffer>>(({ length }) => length, 16_000_000)

/** Leaves the rows of many factors out of what goes to the other process: the picture has only their totals. */
function withoutRows(report: Report): Report {
  const { many } = report
  return { ...report, many: many && { ...many, families: many.families.map((family) => ({ ...family, rows: [] })) } }
}
