import { reportName } from '@/lib/address/report-path'
import type { View } from '@/lib/address/view'
import type { EditionDocument } from '@/lib/editions/edition-record'
import { editionOf, getEditions } from '@/lib/editions/get-editions'
import type { DocumentForm } from '@/lib/editions/states'
import { answerWeek, type WeekPath } from '@/lib/export/answer-week'
import { documentName } from '@/lib/pdf/answer-document'
import { answerReport } from '@/lib/pdf/answer-report'
import { currentScope } from '@/lib/scope/current-scope'
import { sendFrozen } from './send-frozen'

/**
 * Answers a request for the report of a week, a month or a quarter, or its one page, as a PDF. Readers who see no drafts get the document that was
 * published, byte for byte, when the week has an edition with it; everybody else, and whoever may not see all of its series, gets one
 * that is made as of the shown data version.
 */
export function answerWeekDocument(request: Request, path: WeekPath, form: DocumentForm): Promise<Response> {
  return answerWeek(path, `${form}.pdf`, async ({ days: { market }, asOf }, view) => {
    const document = await publishedDocument({ market, asOf, form }, view)
    if (document === null) return answerReport(request, path, form)
    const report = reportName(asOf, view.window)
    return sendFrozen(request, document, documentName(form === 'report' ? report : `${report}-${form}`, view))
  })
}

/**
 * Returns the document of the newest edition of a week that is what a view asks for, and by a share link that of its own edition;
 * null when there is none.
 */
async function publishedDocument(
  { market, asOf, form }: { market: string; asOf: string; form: DocumentForm },
  { locale, convention, paper, isPinned, window }: View,
): Promise<EditionDocument | null> {
  const { until, series, share } = currentScope()
  const isWanted = (each: EditionDocument) => each.form === form && each.locale === locale
  if (share?.shown.kind === 'edition') {
    const { number } = share.shown
    const own = (await getEditions({ market, asOf })).find((each) => each.number === number)
    return own?.documents.find(isWanted) ?? null
  }
  // Documents are frozen on A4, with all series of their market.
  if (until === null || series !== null || isPinned || paper !== 'a4') return null
  const edition = (await editionOf({ market, window, asOf }))?.row
  if (!edition || edition.state === 'withdrawn' || edition.convention !== convention) return null
  return edition.documents.find(isWanted) ?? null
}
