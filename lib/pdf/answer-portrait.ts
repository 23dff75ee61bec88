import { answerWeek, type WeekPath } from '@/lib/export/answer-week'
import { thePublisher } from '@/lib/publisher/the-publisher'
import { getReport } from '@/lib/report/build/get-report'
import { answerDocument } from './answer-document'
import type { Order } from './order'
import { withoutRows } from './summary-form'

/**
 * Answers a request for the upright picture of a week, for chats on a phone: with the picture in the reader's colours, which
 * is made once, a redirect from any date to the last trading day of its week, or 404 with the nearest weeks.
 */
export function answerPortrait(request: Request, path: WeekPath): Promise<Response> {
  return answerWeek(path, 'portrait.png', async ({ days, asOf }, view) => {
    const { colours, locale, market } = view
    const order = async (): Promise<Order> => {
      const report = withoutRows(await getReport({ ...view, asOf, days }))
      return { kind: 'portrait', report, colours, publisher: thePublisher() }
    }
    const fileName = ['factor-weekly', asOf, ...(market === undefined ? [] : [market]), locale, 'portrait.png'].join(
      '-',
    )
    const name = ['portrait', asOf, colours, ...(view.editions === undefined ? [] : [view.editions])].join('/')
    return answerDocument(request, view, { name, market: days.market, fileName, type: 'image/png', order })
  })
}
