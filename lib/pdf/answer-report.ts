import { answerWeek, type WeekPath } from '@/lib/export/answer-week'
import { thePublisher } from '@/lib/publisher/the-publisher'
import { answerDocument, documentName, PRINT_COLOURS } from './answer-document'
import { getReportOrder } from './get-report-order'

/**
 * Answers a request for a week's report as a PDF: with the document, a redirect from any date to the last trading day of
 * its week, or 404 with the nearest weeks.
 */
export function answerReport(request: Request, path: WeekPath): Promise<Response> {
  return answerWeek(path, 'report.pdf', async ({ days, asOf }, view) => {
    const order = () => getReportOrder({ ...view, asOf, days, colours: PRINT_COLOURS, publisher: thePublisher() })
    const fileName = documentName(asOf, view)
    return answerDocument(request, view, { name: `report/${asOf}`, market: days.market, fileName, order })
  })
}
