import { reportName } from '@/lib/address/report-path'
import type { View } from '@/lib/address/view'
import { readEnv } from '@/lib/db/env'
import { ASK_EACH_TIME } from '@/lib/http/caching'
import { tryLater } from '@/lib/http/plain-text'
import { sendBody } from '@/lib/http/send-body'
import { translatorFor } from '@/lib/messages/translate'
import { QueueFull } from '@/lib/process/task-queue'
import { getChosenInputs } from '@/lib/report/build/get-report-inputs'
import type { ReportInputs } from '@/lib/report/model/inputs'
import { answerWeek, type WeekPath } from './answer-week'

/** A format in which a week's summary is exported. */
export interface SummaryForm {
  /** Last part of the address, such as "summary.csv". */
  file: string
  type: string
  /** Whether the browser opens it instead of saving it. */
  isShown?: boolean
  /**
   * Builds the parts of the report that the file shows: the tables alone take a third of the time.
   * @param origin scheme and host of the product
   * @throws QueueFull when too many files are being made
   */
  make(inputs: ReportInputs, view: View, origin: string): Promise<Uint8Array<ArrayBuffer>>
}

/**
 * Answers a download of the summary of a week, a month or a quarter: 200 with the file, 304, a redirect from any date to the last trading day of its
 * week, 404 with the nearest weeks, or 503 when too many files are being made.
 */
export function answerSummary(request: Request, path: WeekPath, form: SummaryForm): Promise<Response> {
  return answerWeek(path, form.file, async ({ days, asOf }, view) => {
    const inputs = await getChosenInputs({ ...view, asOf, days })
    const name = [
      'factor-weekly',
      reportName(asOf, view.window),
      ...(view.market === undefined ? [] : [view.market]),
      view.locale,
      form.file,
    ]
    try {
      const body = await form.make(inputs, view, originOf(request))
      const file = { name: name.join('-'), isShown: form.isShown ?? false }
      return sendBody(request, { body, type: form.type, caching: ASK_EACH_TIME, file })
    } catch (error) {
      if (!(error instanceof QueueFull)) throw error
      return tryLater(translatorFor(view.locale)('export.busy'), error.retryAfterSeconds)
    }
  })
}

/**
 * Returns scheme and host of the product for links: PUBLIC_URL, or what the reader asked for. Our server in front of Next
 * (lib/boot/web/front-server.ts) lets only a host that it knows and the headers of trusted proxies through.
 */
function originOf({ headers, url }: Request): string {
  const { PUBLIC_URL } = readEnv(process.env)
  const scheme = headers.get('x-forwarded-proto') === 'https' ? 'https' : 'http'
  return PUBLIC_URL ?? `${scheme}://${headers.get('host') ?? new URL(url).host}`
}
