import { join } from 'node:path'
import type { View } from '@/lib/address/view'
import { readEnv } from '@/lib/db/env'
import { ASK_EACH_TIME, NEVER } from '@/lib/http/caching'
import { plainText, tryLater } from '@/lib/http/plain-text'
import { sendBody } from '@/lib/http/send-body'
import { type Translator, translatorFor } from '@/lib/messages/translate'
import { sourceVersion } from '@/lib/process/source-version'
import { QueueFull, TaskQueue } from '@/lib/process/task-queue'
import { WorkerFailure } from '@/lib/process/worker-process'
import { thePublisher } from '@/lib/publisher/the-publisher'
import { DocumentStore, type KeptDocument } from './document-store'
import type { Order } from './order'
import { pdfPool } from './pdf-pool'

interface Wanted {
  /** "report/2024-08-30": what of the view's version is set. */
  name: string
  /** Code of the market that it is about: two markets have reports of the same day. */
  market: string
  fileName: string
  order: () => Promise<Order>
}

const CACHE_BYTES_MAX = 256_000_000
const documents = new DocumentStore(join(readEnv(process.env).CACHE_DIR, 'documents'), CACHE_BYTES_MAX)

/** Each document takes half of the connections to the store while it is read; the other half is for the pages. */
const reads = new TaskQueue({ concurrency: 1 })

/** A reader's colours are his own and no part of a document: two who have the same file see the same. */
export const PRINT_COLOURS = 'red'

/**
 * Answers with a PDF, made once for all who ask for it: 200, 304, 503 when too much is being made, 500 with the reason
 * when it could not be. Asked with `x-only-if-made`, it is 204 for one that has not been made yet.
 */
export async function answerDocument(request: Request, view: View, wanted: Wanted): Promise<Response> {
  try {
    const { version, stamp, locale, convention } = view
    // The bytes depend on the sources as well: another build makes another document.
    const key = JSON.stringify([
      sourceVersion(),
      wanted.name,
      wanted.market,
      version,
      stamp,
      locale,
      convention,
      thePublisher(),
    ])
    const onlyIfMade = request.headers.has('x-only-if-made')
    const document = onlyIfMade
      ? await documents.find(key)
      : await documents.get(key, async () => (await pdfPool.run(() => reads.run(wanted.order))).bytes)
    // Who reads a page may ask for its PDF: a child that runs by then answers in half of the time.
    if (document === null) pdfPool.warm()
    return document
      ? sent(request, document, wanted.fileName)
      : new Response(null, { status: 204, headers: { 'cache-control': NEVER } })
  } catch (error) {
    return failure(error, translatorFor(view.locale))
  }
}

/** @param what such as "2024-08-30" */
export function documentName(what: string, { version, isPinned, convention, locale, market }: View): string {
  const parts = [
    'factor-weekly',
    what,
    market ?? '',
    locale,
    convention === 'arithmetic' ? '' : convention,
    isPinned ? `v${version}` : '',
  ]
  return `${parts.filter((part) => part !== '').join('-')}.pdf`
}

function sent(request: Request, { bytes, sha256 }: KeptDocument, name: string): Response {
  return sendBody(request, {
    body: bytes,
    type: 'application/pdf',
    caching: ASK_EACH_TIME,
    etag: `"${sha256}"`,
    file: { name, isShown: false },
    // Next sends a body of a route in chunks, without its length.
    more: { 'x-document-bytes': String(bytes.length) },
  })
}

/** The reason in the reader's language, and what went wrong in the server's own log. */
function failure(error: unknown, t: Translator): Response {
  if (error instanceof QueueFull) return tryLater(t('pdf.busy'), error.retryAfterSeconds)
  if (!(error instanceof WorkerFailure)) throw error
  console.error('A PDF could not be made:', error)
  return plainText(500, t(`pdf.fault-${error.reason}`))
}
