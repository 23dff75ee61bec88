import { join } from 'node:path'
import { isIsoDate } from '@/lib/dates'
import { readEnv } from '@/lib/env'
import { thePublisher } from '@/lib/publisher/the-publisher'
import { getReportDays, type ReportDays } from '@/lib/report/report-days'
import { chooseWeek } from '@/lib/report/week-choice'
import { hashSources } from '@/lib/server/source-hash'
import { type Translator, translatorFor } from '@/lib/translate'
import { addressOf, parseView, type View } from '@/lib/view'
import { ChildFault } from './child'
import { PoolBusy } from './child-pool'
import { DocumentStore, type KeptDocument } from './document-store'
import { getReportOrder } from './get-report-order'
import { press } from './press'

interface Asked {
  locale: string
  view: string
  date: string
}

const FILE = 'report.pdf'
const CACHE_BYTES_MAX = 256_000_000

/**
 * Answers a request for a week's report as a PDF: 200 with the file, 304, a redirect from any date to the last trading
 * day of its week, 404 with the nearest weeks, 503 when too much is being made, 500 with the reason when it could not be.
 * Asked with `x-only-if-made`, it is 204 for one that has not been made yet.
 */
export async function answerReport(request: Request, asked: Asked): Promise<Response> {
  const view = parseView(asked.locale, asked.view)
  if (!view || !isIsoDate(asked.date)) return plain(404, 'No such download.')
  const t = translatorFor(view.locale)
  const days = await getReportDays(view.version)
  if (!days) return plain(404, t('states.emptyTitle'))
  const choice = chooseWeek(asked.date, days.reported)
  if (choice.kind !== 'report') {
    const nearest = [choice.previous, choice.next].filter((asOf) => asOf !== null)
    const addresses = nearest.map((asOf) => addressOf(`/weeks/${asOf}/${FILE}`, view))
    return plain(404, [t('export.noWeek', { date: asked.date }), ...addresses].join('\n'))
  }
  const { asOf } = choice
  if (asOf !== asked.date) {
    return new Response(null, { status: 307, headers: { location: addressOf(`/weeks/${asOf}/${FILE}`, view) } })
  }
  try {
    const isOnlyIfMade = request.headers.has('x-only-if-made')
    const document = await documentOf(view, asOf, days, isOnlyIfMade)
    return document
      ? sent(request, document, fileName(view, asOf))
      : new Response(null, { status: 204, headers: UNKEPT })
  } catch (error) {
    return failure(error, t)
  }
}

const documents = new DocumentStore(join(readEnv(process.env).CACHE_DIR, 'documents'), CACHE_BYTES_MAX)

/** A reader's colours are his own and no part of a document: two who have the same file see the same. */
async function documentOf(view: View, asOf: string, days: ReportDays, isOnlyIfMade: boolean) {
  const { version, stamp, locale, convention } = view
  const publisher = thePublisher()
  const shown = { version, locale, convention, asOf, publisher, colours: 'red' } as const
  const key = JSON.stringify([await sources(), stamp, shown])
  if (isOnlyIfMade) return documents.find(key)
  return documents.get(key, async () => (await press.run(() => getReportOrder({ ...shown, days }))).bytes)
}

let hashed: Promise<string> | null = null

/** What makes documents is a part of what their bytes depend on. */
function sources(): Promise<string> {
  hashed ??= hashSources(process.cwd())
  return hashed
}

function fileName({ version, isPinned, convention, locale }: View, asOf: string): string {
  const parts = [
    'factor-weekly',
    asOf,
    locale,
    convention === 'arithmetic' ? '' : convention,
    isPinned ? `v${version}` : '',
  ]
  return `${parts.filter((part) => part !== '').join('-')}.pdf`
}

function sent(request: Request, { bytes, sha256 }: KeptDocument, name: string): Response {
  const etag = `"${sha256}"`
  const headers = {
    etag,
    'content-type': 'application/pdf',
    'content-disposition': `attachment; filename="${name}"`,
    // Next sends a body of a route in chunks, without its length.
    'x-document-bytes': String(bytes.length),
    'cache-control': 'private, no-cache',
  }
  if (request.headers.get('if-none-match')?.includes(etag)) {
    return new Response(null, { status: 304, headers: { etag, 'cache-control': headers['cache-control'] } })
  }
  return new Response(request.method === 'HEAD' ? null : bytes, { headers })
}

/** The reason in the reader's language, and what went wrong in the server's own log. */
function failure(error: unknown, t: Translator): Response {
  if (error instanceof PoolBusy) {
    return plain(503, t('pdf.busy'), { 'retry-after': String(error.retryAfterSeconds) })
  }
  if (!(error instanceof ChildFault)) throw error
  console.error('A PDF could not be made:', error.message)
  return plain(500, t(`pdf.fault-${error.reason}`))
}

const UNKEPT = { 'cache-control': 'no-store' }

function plain(status: number, text: string, more: Record<string, string> = {}): Response {
  const headers = { ...UNKEPT, 'content-type': 'text/plain; charset=utf-8', ...more }
  return new Response(`${text}\n`, { status, headers })
}
