import { addressOf, parseView } from '@/lib/address/view'
import { getReportDays } from '@/lib/analysis/report-days'
import { chooseWeek } from '@/lib/analysis/week-choice'
import { isIsoDate } from '@/lib/base/dates'
import { translatorFor } from '@/lib/messages/translate'
import { thePublisher } from '@/lib/publisher/the-publisher'
import { answerDocument, documentName, PRINT_COLOURS, plain } from './answer-document'
import { getReportOrder } from './get-report-order'

interface Asked {
  locale: string
  view: string
  date: string
}

const FILE = 'report.pdf'

/**
 * Answers a request for a week's report as a PDF: with the document, a redirect from any date to the last trading day of
 * its week, or 404 with the nearest weeks.
 */
export async function answerReport(request: Request, asked: Asked): Promise<Response> {
  const view = parseView(asked.locale, asked.view)
  if (!view || !isIsoDate(asked.date)) return plain(404, 'No such download.')
  const t = translatorFor(view.locale)
  const days = await getReportDays(view.version)
  if (!days) return plain(404, t('states.emptyTitle'))
  const choice = chooseWeek(asked.date, days.reported)
  if (choice.kind !== 'report') {
    const nearest = [choice.previous, choice.next].filter((asOf) => asOf !== null)
    const addresses = nearest.map((asOf) => addressOf(`/weeks/${asOf}/${FILE}`, view))
    return plain(404, [t('export.noWeek', { date: asked.date }), ...addresses].join('\n'))
  }
  const { asOf } = choice
  if (asOf !== asked.date) {
    return new Response(null, { status: 307, headers: { location: addressOf(`/weeks/${asOf}/${FILE}`, view) } })
  }
  const order = () => getReportOrder({ ...view, asOf, days, colours: PRINT_COLOURS, publisher: thePublisher() })
  return answerDocument(request, view, { name: `report/${asOf}`, fileName: documentName(asOf, view), order })
}
