import { thePublisher } from '@/lib/publisher/the-publisher'
import { getCatalogue } from '@/lib/queries/get-catalogue'
import { getReportInputs } from '@/lib/report/get-report-inputs'
import { getReportDays } from '@/lib/report/report-days'
import { translatorFor } from '@/lib/translate'
import { parseView } from '@/lib/view'
import { answerDocument, documentName, PRINT_COLOURS, plain } from './answer-document'
import type { FactsheetOrder } from './order'

interface Asked {
  locale: string
  view: string
  code: string
}

/** Answers a request for the factsheet of a factor or portfolio as of the version's last day, or 404. */
export async function answerFactsheet(
  request: Request,
  asked: Asked,
  kind: 'factors' | 'portfolios',
): Promise<Response> {
  const view = parseView(asked.locale, asked.view)
  if (!view) return plain(404, 'No such download.')
  const catalogue = await getCatalogue(view)
  const entry = catalogue[kind].find(({ code }) => code === asked.code)
  const days = entry && (await getReportDays(view.version, entry.marketCode))
  if (!entry || !days) return plain(404, translatorFor(view.locale)('pdf.noSeries', { code: asked.code }))
  const order = async (): Promise<FactsheetOrder> => ({
    kind: 'factsheet',
    inputs: await getReportInputs({ ...view, asOf: days.last, days, only: entry.code }),
    colours: PRINT_COLOURS,
    publisher: thePublisher(),
  })
  const fileName = documentName(`${entry.code}-${days.last}`, view)
  return answerDocument(request, view, { name: `factsheet/${kind}/${entry.code}`, fileName, order })
}
