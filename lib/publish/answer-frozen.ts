import { requestedView } from '@/lib/address/page-view'
import { reportName } from '@/lib/address/report-path'
import { getReportDays } from '@/lib/analysis/weeks/report-days'
import { isIsoDate } from '@/lib/base/dates'
import { isPeriod } from '@/lib/base/window-kind'
import { getEditions } from '@/lib/editions/get-editions'
import type { DocumentForm } from '@/lib/editions/states'
import type { WeekPath } from '@/lib/export/answer-week'
import { plainText } from '@/lib/http/plain-text'
import { translatorFor } from '@/lib/messages/translate'
import { documentName } from '@/lib/pdf/answer-document'
import { sendFrozen } from './send-frozen'

/**
 * Answers a request for a document of an edition, `/weeks/DATE/editions/N/report.pdf` or that of a month or a quarter, with the
 * bytes that were frozen, in the language and market of the address; by a share link with a copy of them that names its client.
 * 404 when there is none. The data version of the address does not matter.
 */
export async function answerFrozen(
  request: Request,
  { locale, view: segment, date, window, number }: WeekPath & { number: string },
  form: DocumentForm,
): Promise<Response> {
  const view = requestedView(locale, segment)
  if (!view || !(window === undefined ? isIsoDate(date) : isPeriod(date, window)))
    return plainText(404, 'No such download.')
  const market = view.market ?? (await getReportDays(view.version))?.market
  const all = market === undefined ? [] : await getEditions({ market, window })
  const editions = all.filter(({ asOf }) => reportName(asOf, window) === date)
  const edition = editions.find((each) => String(each.number) === number)
  const document = edition?.documents.find((each) => each.form === form && each.locale === view.locale)
  if (!document) return plainText(404, translatorFor(view.locale)('publish.noDocument'))
  const name = `${date}-edition-${number}${form === 'report' ? '' : `-${form}`}`
  return sendFrozen(request, document, documentName(name, view))
}
