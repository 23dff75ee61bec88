import { createHash } from 'node:crypto'
import type { View } from '@/lib/address/view'
import { plainText } from '@/lib/http/plain-text'
import { translatorFor } from '@/lib/messages/translate'
import { QueueFull } from '@/lib/process/task-queue'
import { getReport } from '@/lib/report/build/get-report'
import type { Report } from '@/lib/report/model/report'
import { answerWeek, type WeekPath } from './answer-week'

/** A form in which a week's summary leaves the product. */
export interface SummaryForm {
  /** Last part of the address, such as "summary.csv". */
  file: string
  type: string
  /** Opened in the browser instead of being saved. */
  isShown?: boolean
  /** @param origin scheme and host under which the product was asked; @throws QueueFull when too much is being made */
  make(report: Report, view: View, origin: string): Promise<Uint8Array<ArrayBuffer>>
}

/**
 * Answers a download of a week's summary: 200 with the file, 304, a redirect from any date to the last trading day of its
 * week, 404 with the nearest weeks, or 503 when too many files are being made.
 */
export function answerSummary(request: Request, path: WeekPath, form: SummaryForm): Promise<Response> {
  return answerWeek(path, form.file, async ({ days, asOf }, view) => {
    const report = await getReport({ ...view, asOf, days })
    const name = ['factor-weekly', asOf, ...(view.market === undefined ? [] : [view.market]), view.locale, form.file]
    try {
      const body = await form.make(report, view, originOf(request))
      return download(request, body, { ...form, fileName: name.join('-') })
    } catch (error) {
      if (!(error instanceof QueueFull)) throw error
      const retryAfter = { 'retry-after': String(error.retryAfterSeconds) }
      return plainText(503, translatorFor(view.locale)('export.busy'), retryAfter)
    }
  })
}

/** As the reader's browser knows it: behind a proxy, by what the proxy says of the first request. */
function originOf(request: Request): string {
  const { headers, url } = request
  const host = headers.get('x-forwarded-host') ?? headers.get('host') ?? new URL(url).host
  return `${headers.get('x-forwarded-proto') ?? 'http'}://${host}`
}

interface Download {
  type: string
  isShown?: boolean
  fileName: string
}

/** Versions replace each other under one address, so a browser asks each time; what it has already is not sent again. */
function download(
  request: Request,
  body: Uint8Array<ArrayBuffer>,
  { type, fileName, isShown = false }: Download,
): Response {
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  const headers = {
    etag,
    'content-type': type,
    'content-disposition': `${isShown ? 'inline' : 'attachment'}; filename="${fileName}"`,
    'cache-control': 'private, no-cache',
  }
  const isKnown = request.headers.get('if-none-match')?.includes(etag) ?? false
  return isKnown ? new Response(null, { status: 304, headers }) : new Response(body, { headers })
}
