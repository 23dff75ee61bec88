import { pageParameters } from '@/lib/address/page-view'
import { factsheetParameters } from '@/lib/address/parameters/series-parameters'
import { parseView } from '@/lib/address/view'
import { getReportDays } from '@/lib/analysis/report-days'
import { getCatalogue } from '@/lib/db/queries/get-catalogue'
import { translatorFor } from '@/lib/messages/translate'
import { thePublisher } from '@/lib/publisher/the-publisher'
import { getReportInputs } from '@/lib/report/build/get-report-inputs'
import { replayedWeek } from '@/lib/workbench/series/replayed-week'
import { answerDocument, documentName, PRINT_COLOURS, plain } from './answer-document'
import type { FactsheetOrder } from './order'

interface Asked {
  locale: string
  view: string
  code: string
}

/**
 * Answers a request for the factsheet of a factor or portfolio as of the day that it asks for, by default the version's
 * last; 404 where there is no such series, or no data by that day.
 */
export async function answerFactsheet(
  request: Request,
  asked: Asked,
  kind: 'factors' | 'portfolios',
): Promise<Response> {
  const view = parseView(asked.locale, asked.view)
  if (!view) return plain(404, 'No such download.')
  const t = translatorFor(view.locale)
  const { asOf: date } = pageParameters(factsheetParameters, view)
  const catalogue = await getCatalogue(view)
  const entry = catalogue[kind].find(({ code }) => code === asked.code)
  const days = entry && (await getReportDays(view.version, entry.marketCode))
  if (!entry || !days) return plain(404, t('pdf.noSeries', { code: asked.code }))
  const asOf = replayedWeek(days.reported, date)?.asOf
  if (asOf === undefined) return plain(404, t('pdf.noDataYet', { code: entry.code, first: days.first }))
  const order = async (): Promise<FactsheetOrder> => ({
    kind: 'factsheet',
    inputs: await getReportInputs({ ...view, asOf, days, only: entry.code }),
    colours: PRINT_COLOURS,
    publisher: thePublisher(),
  })
  const fileName = documentName(`${entry.code}-${asOf}`, view)
  return answerDocument(request, view, { name: `factsheet/${kind}/${entry.code}/${asOf}`, fileName, order })
}
