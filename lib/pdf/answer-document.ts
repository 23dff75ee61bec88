import { join } from 'node:path'
import type { View } from '@/lib/address/view'
import { readEnv } from '@/lib/db/env'
import { ASK_EACH_TIME, NEVER } from '@/lib/http/caching'
import { plainText, tryLater } from '@/lib/http/plain-text'
import { sendBody } from '@/lib/http/send-body'
import { logError } from '@/lib/log/log'
import { type Translator, translatorFor } from '@/lib/messages/translate'
import { sourceVersion } from '@/lib/process/source-version'
import { QueueFull, TaskQueue } from '@/lib/process/task-queue'
import { WorkerFailure } from '@/lib/process/worker-process'
import { thePublisher } from '@/lib/publisher/the-publisher'
import { currentScope } from '@/lib/scope/current-scope'
import { scopeHash } from '@/lib/scope/read-scope'
import { copyForReader } from './copies/copy-for-reader'
import { DocumentStore, type KeptDocument } from './document-store'
import type { Order } from './order'
import { pdfPool } from './pdf-pool'

interface Wanted {
  /**
   * The document of the view's version: "report/2024-08-30", with the state of editions and texts if it depends on them:
   * "report/2024-08-30/t3".
   */
  name: string
  /** Code of its market, since two markets may have reports of the same day. */
  market: string
  fileName: string
  /** Of the file; a PDF when absent. */
  type?: 'image/png'
  order: () => Promise<Order>
}

const CACHE_BYTES_MAX = 256_000_000
const documents = new DocumentStore(join(readEnv(process.env).CACHE_DIR, 'documents'), CACHE_BYTES_MAX)

/** Reading a document takes half of the connections to the store; the other half is for pages. */
const reads = new TaskQueue({ name: 'reading-for-documents', concurrency: 1 })

/** Documents do not depend on a reader's colours, so that all readers have the same file. */
export const PRINT_COLOURS = 'red'

/**
 * Answers with a PDF, which is made once: 200, 304, 503 when too many are being made, 500 with the reason when it
 * failed. With the header `x-only-if-made` the answer is 204 when it has not been made yet.
 */
export async function answerDocument(request: Request, view: View, wanted: Wanted): Promise<Response> {
  try {
    const { version, stamp, locale, convention, paper } = view
    // The bytes also depend on the sources: another build makes another document.
    const key = JSON.stringify([
      sourceVersion(),
      wanted.name,
      wanted.market,
      version,
      stamp,
      locale,
      convention,
      paper,
      thePublisher(),
      scopeHash(currentScope()),
    ])
    const onlyIfMade = request.headers.has('x-only-if-made')
    const document = onlyIfMade
      ? await documents.find(key)
      : await documents.get(key, (gone) => makeDocument(wanted, gone), request.signal)
    // A reader of a page may open its PDF: with a process already running, the answer takes half the time.
    if (document === null) pdfPool.warm()
    return document
      ? sent(
          request,
          wanted.type === undefined ? await copyForReader(document, locale, request.signal) : document,
          wanted,
        )
      : new Response(null, { status: 204, headers: { 'cache-control': NEVER } })
  } catch (error) {
    // Nobody reads this answer.
    if (request.signal.aborted) return new Response(null, { status: 499 })
    return failure(error, translatorFor(view.locale))
  }
}

async function makeDocument({ order }: Wanted, gone: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  return (await pdfPool.run(() => reads.run(order, gone), gone)).bytes
}

/** Returns the file name of a document. @param what such as "2024-08-30" */
export function documentName(what: string, { version, isPinned, convention, locale, market, paper }: View): string {
  const parts = [
    'factor-weekly',
    what,
    market ?? '',
    locale,
    convention === 'arithmetic' ? '' : convention,
    paper === 'a4' ? '' : paper,
    isPinned ? `v${version}` : '',
  ]
  return `${parts.filter((part) => part !== '').join('-')}.pdf`
}

function sent(request: Request, { bytes, sha256 }: KeptDocument, { fileName, type }: Wanted): Response {
  return sendBody(request, {
    body: bytes,
    type: type ?? 'application/pdf',
    caching: ASK_EACH_TIME,
    etag: `"${sha256}"`,
    file: { name: fileName, isShown: false },
    // Next sends the body in chunks without content-length, so this header has the length.
    more: { 'x-document-bytes': String(bytes.length) },
  })
}

/** Returns the reason in the reader's language, and logs the error. */
function failure(error: unknown, t: Translator): Response {
  if (error instanceof QueueFull) return tryLater(t('pdf.busy'), error.retryAfterSeconds)
  if (!(error instanceof WorkerFailure)) throw error
  logError('A PDF could not be made', error)
  return plainText(500, t(`pdf.fault-${error.reason}`))
}
