import { inTurns } from '@/lib/base/steps'
import type { SummaryForm } from '@/lib/export/answer-summary'
import { thePublisher } from '@/lib/publisher/the-publisher'
import { reportSteps } from '@/lib/report/build/build-report'
import type { Report } from '@/lib/report/model/report'
import type { Order } from './order'
import { pdfPool } from './pdf-pool'

/** The summary as a picture, made outside the server's event loop. */
export const SUMMARY_PICTURE: SummaryForm = {
  file: 'summary.png',
  type: 'image/png',
  make: async (inputs, { colours }) => {
    const order = async (): Promise<Order> => {
      const report = withoutRows(await inTurns(reportSteps(inputs)))
      return { kind: 'summary', report, colours, publisher: thePublisher() }
    }
    return (await pdfPool.run(order)).bytes
  },
}

/** Leaves the rows of many factors out of what goes to the other process: the picture has only their totals. */
export function withoutRows(report: Report): Report {
  const { many } = report
  return { ...report, many: many && { ...many, families: many.families.map((family) => ({ ...family, rows: [] })) } }
}
