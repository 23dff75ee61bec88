import { createHash } from 'node:crypto'
import { addressOf, parseView, type View } from '@/lib/address/view'
import { getReportDays } from '@/lib/analysis/report-days'
import { chooseWeek } from '@/lib/analysis/week-choice'
import { isIsoDate } from '@/lib/base/dates'
import { translatorFor } from '@/lib/messages/translate'
import { QueueFull } from '@/lib/process/task-queue'
import { getReport } from '@/lib/report/build/get-report'
import type { Report } from '@/lib/report/model/report'

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

interface Asked {
  locale: string
  view: string
  date: string
}

/**
 * Answers a download of a week's summary: 200 with the file, 304, a redirect from any date to the last trading day of its
 * week, 404 with the nearest weeks, or 503 when too many files are being made.
 */
export async function answerSummary(request: Request, asked: Asked, form: SummaryForm): Promise<Response> {
  const view = parseView(asked.locale, asked.view)
  if (!view || !isIsoDate(asked.date)) return notFound('No such download.')
  const t = translatorFor(view.locale)
  const days = await getReportDays(view.version, view.market)
  if (!days) return notFound(t('states.emptyTitle'))
  const choice = chooseWeek(asked.date, days.reported)
  if (choice.kind !== 'report') {
    const nearest = [choice.previous, choice.next].filter((asOf) => asOf !== null)
    const addresses = nearest.map((asOf) => addressOf(`/weeks/${asOf}/${form.file}`, view))
    return notFound([t('export.noWeek', { date: asked.date }), ...addresses].join('\n'))
  }
  if (choice.asOf !== asked.date) {
    const location = addressOf(`/weeks/${choice.asOf}/${form.file}`, view)
    return new Response(null, { status: 307, headers: { location } })
  }
  const report = await getReport({ ...view, asOf: choice.asOf, days })
  const fileName = `factor-weekly-${choice.asOf}-${view.locale}-${form.file}`
  try {
    return download(request, await form.make(report, view, originOf(request)), { ...form, fileName })
  } catch (error) {
    if (error instanceof QueueFull) return busy(t('export.busy'), error.retryAfterSeconds)
    throw error
  }
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

function busy(text: string, seconds: number): Response {
  const headers = {
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
    'retry-after': String(seconds),
  }
  return new Response(`${text}\n`, { status: 503, headers })
}

function notFound(text: string): Response {
  const headers = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }
  return new Response(`${text}\n`, { status: 404, headers })
}
