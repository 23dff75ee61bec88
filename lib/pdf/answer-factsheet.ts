import { pageParameters, requestedView } from '@/lib/address/page-view'
import { factsheetParameters } from '@/lib/address/parameters/series-parameters'
import { findReplayedWeek } from '@/lib/analysis/weeks/find-week'
import { getCatalogue } from '@/lib/db/queries/get-catalogue'
import { plainText } from '@/lib/http/plain-text'
import { translatorFor } from '@/lib/messages/translate'
import { thePublisher } from '@/lib/publisher/the-publisher'
import { getReportInputs } from '@/lib/report/build/get-report-inputs'
import { answerDocument, documentName, PRINT_COLOURS } from './answer-document'
import type { FactsheetOrder } from './order'

interface FactsheetAddress {
  locale: string
  view: string
  code: string
}

/**
 * Answers a request for the factsheet of a factor or portfolio as of the requested day, by default the last day of the
 * version or of a series that has ended; 404 for an unknown series, or without data up to that day.
 */
export async function answerFactsheet(
  request: Request,
  address: FactsheetAddress,
  kind: 'factors' | 'portfolios',
): Promise<Response> {
  const view = requestedView(address.locale, address.view)
  if (!view) return plainText(404, 'No such download.')
  const t = translatorFor(view.locale)
  const { asOf: date } = pageParameters(factsheetParameters, view)
  const catalogue = await getCatalogue(view)
  const entry = catalogue[kind].find(({ code }) => code === address.code)
  const found =
    entry && (await findReplayedWeek({ version: view.version, market: entry.marketCode }, date, entry.ended))
  if (!entry || !found) return plainText(404, t('pdf.noSeries', { code: address.code }))
  const { days, week } = found
  if (week === null) return plainText(404, t('pdf.noDataYet', { code: entry.code, first: days.first }))
  const { asOf } = week
  const order = async (): Promise<FactsheetOrder> => ({
    kind: 'factsheet',
    inputs: await getReportInputs({ ...view, asOf, days, only: entry.code }),
    colours: PRINT_COLOURS,
    publisher: thePublisher(),
    paper: view.paper,
  })
  const fileName = documentName(`${entry.code}-${asOf}`, view)
  const name = `factsheet/${kind}/${entry.code}/${asOf}`
  return answerDocument(request, view, { name, market: days.market, fileName, order })
}
