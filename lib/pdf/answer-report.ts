import { reportName } from '@/lib/address/report-path'
import { answerWeek, type WeekPath } from '@/lib/export/answer-week'
import { thePublisher } from '@/lib/publisher/the-publisher'
import { answerDocument, documentName, PRINT_COLOURS } from './answer-document'
import { getReportOrder } from './get-report-order'

/**
 * Answers a request for a week's report, or its one page, as a PDF: with the document, a redirect from any date to the last trading day of
 * its week, or 404 with the nearest weeks.
 */
export function answerReport(request: Request, path: WeekPath, kind: 'report' | 'one-page'): Promise<Response> {
  return answerWeek(path, `${kind}.pdf`, async ({ days, asOf }, view) => {
    const printed = { colours: PRINT_COLOURS, publisher: thePublisher(), paper: view.paper } as const
    const order = () => getReportOrder(kind, { ...view, ...printed, asOf, days })
    const report = reportName(asOf, view.window)
    const fileName = documentName(kind === 'report' ? report : `${report}-${kind}`, view)
    const name = [kind, report, ...(view.editions === undefined ? [] : [view.editions])].join('/')
    return answerDocument(request, view, { name, market: days.market, fileName, order })
  })
}
