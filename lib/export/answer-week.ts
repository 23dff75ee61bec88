import { requestedView } from '@/lib/address/page-view'
import { pathWith } from '@/lib/address/parameters/packed'
import { addressOf, type View } from '@/lib/address/view'
import { type FoundWeek, findWeek } from '@/lib/analysis/weeks/find-week'
import { isIsoDate } from '@/lib/base/dates'
import { plainText } from '@/lib/http/plain-text'
import { translatorFor } from '@/lib/messages/translate'

/** The parts of the path of a week's download, as the router gives them. */
export interface WeekPath {
  locale: string
  view: string
  date: string
}

/**
 * Answers a download of a week in the market of its address: with the result of `answer`, a redirect from any other
 * date of the week to its last trading day, or 404 with the addresses of the nearest weeks.
 * @param file last part of the address, such as "report.pdf"
 */
export async function answerWeek(
  path: WeekPath,
  file: string,
  answer: (week: FoundWeek, view: View) => Promise<Response>,
): Promise<Response> {
  const view = requestedView(path.locale, path.view)
  if (!view || !isIsoDate(path.date)) return plainText(404, 'No such download.')
  const t = translatorFor(view.locale)
  // Only documents have a paper.
  const paper = file.endsWith('.pdf') && view.paper !== 'a4' ? view.paper : null
  const addressIn = (asOf: string) => addressOf(pathWith(`/weeks/${asOf}/${file}`, { paper }), view)
  const found = await findWeek(view, path.date)
  if (found.kind === 'no-data') return plainText(404, t('states.emptyTitle'))
  if (found.kind === 'no-week') {
    return plainText(404, [t('export.noWeek', { date: path.date }), ...found.nearest.map(addressIn)].join('\n'))
  }
  if (found.kind === 'other-date') {
    return new Response(null, { status: 307, headers: { location: addressIn(found.asOf) } })
  }
  return answer(found, view)
}
