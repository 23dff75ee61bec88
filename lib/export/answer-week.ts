import { requestedView } from '@/lib/address/page-view'
import { pathWith } from '@/lib/address/parameters/packed'
import { reportPath } from '@/lib/address/report-path'
import { addressOf, type View } from '@/lib/address/view'
import { type FoundIssue, findIssue } from '@/lib/analysis/weeks/find-issue'
import { type FoundWeek, findWeek } from '@/lib/analysis/weeks/find-week'
import { isIsoDate } from '@/lib/base/dates'
import { type IssueKind, isPeriod } from '@/lib/base/window-kind'
import { plainText } from '@/lib/http/plain-text'
import { translatorFor } from '@/lib/messages/translate'

/** The parts of the path of a download of a report, as the router gives them. */
export interface WeekPath {
  locale: string
  view: string
  /** Any date of the week; of an issue its month or quarter. */
  date: string
  /** What the report is of, unless it is of a week. */
  window?: IssueKind
}

/**
 * Answers a download of a week, a month or a quarter in the market of its address: with the result of `answer`, a redirect from any other
 * date of the week to its last trading day, or 404 with the addresses of the nearest weeks.
 * Of an issue there are no other dates.
 * @param file last part of the address, such as "report.pdf"
 */
export async function answerWeek(
  path: WeekPath,
  file: string,
  answer: (report: FoundWeek | FoundIssue, view: View) => Promise<Response>,
): Promise<Response> {
  const view = requestedView(path.locale, path.view)
  if (!view) return plainText(404, 'No such download.')
  const { date, window } = path
  const t = translatorFor(view.locale)
  // Only documents have a paper.
  const paper = file.endsWith('.pdf') && view.paper !== 'a4' ? view.paper : null
  const addressIn = (asOf: string) => addressOf(pathWith(`${reportPath(asOf, window)}/${file}`, { paper }), view)
  if (window !== undefined) return answerIssue({ date, window }, view, addressIn, answer)
  if (!isIsoDate(date)) return plainText(404, 'No such download.')
  const found = await findWeek(view, date)
  if (found.kind === 'no-data') return plainText(404, t('states.emptyTitle'))
  if (found.kind === 'no-week') {
    return plainText(404, [t('export.noWeek', { date }), ...found.nearest.map(addressIn)].join('\n'))
  }
  if (found.kind === 'other-date') {
    return new Response(null, { status: 307, headers: { location: addressIn(found.asOf) } })
  }
  return answer(found, view)
}

/**
 * Answers a download of a month or a quarter in the market of its address: with the result of `answer`, whose view has the kind
 * of the report, or 404 with the addresses of the nearest issues.
 */
async function answerIssue(
  { date, window }: Pick<WeekPath, 'date'> & { window: IssueKind },
  view: View,
  addressIn: (asOf: string) => string,
  answer: (issue: FoundIssue, view: View) => Promise<Response>,
): Promise<Response> {
  const t = translatorFor(view.locale)
  if (!isPeriod(date, window)) return plainText(404, 'No such download.')
  const found = await findIssue(view, window, date)
  if (found.kind === 'no-data') return plainText(404, t('states.emptyTitle'))
  if (found.kind === 'issue') return answer(found, { ...view, window })
  return plainText(404, [t('issues.noFile', { period: date }), ...found.nearest.map(addressIn)].join('\n'))
}
