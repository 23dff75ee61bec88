/** Adds notices to answers of Next while the database does not answer: the age of a kept page, and 503 instead of 500. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { hasFailedSince } from '@/lib/db/store-health'
import fallback from '@/lib/messages/fallback.json'

const RETRY_AFTER_S = '5'
const FIRST_ERROR = 400
const STYLE =
  'display:block;margin:0;padding:8px 16px;background:#fff3cd;color:#664d03;font:14px/20px sans-serif;text-align:center'

/**
 * Sends 503 instead of 500 when the database failed while a request was answered: Next has no other status for a page
 * that threw an error, and the same request may succeed shortly.
 */
export function tellFailure(response: ServerResponse): void {
  const begun = performance.now()
  const writeHead = response.writeHead.bind(response)
  response.writeHead = ((status: number, ...rest: unknown[]) => {
    const isOfStore = status === 500 && hasFailedSince(begun)
    if (isOfStore) response.setHeader('retry-after', RETRY_AFTER_S)
    if (isOfStore) response.setHeader('cache-control', 'no-store')
    return Reflect.apply(writeHead, undefined, [isOfStore ? 503 : status, ...rest])
  }) as ServerResponse['writeHead']
}

/**
 * Makes the answer say how old it may be: in its headers, and a page also in a line at its top. The page itself is kept
 * by Next and does not change. The line of a page that could not be made says why.
 * @param since when the database answered for the last time, as Date.now()
 */
export function tellAge(request: IncomingMessage, response: ServerResponse, since: number): void {
  const seconds = Math.max(0, Math.round((Date.now() - since) / 1_000))
  // The line is put into the plain text of a whole answer.
  request.headers['accept-encoding'] = 'identity'
  delete request.headers['if-none-match']
  const isEnglish = /^\/en(?=[/?]|$)/.test(request.url ?? '')
  const texts = isEnglish ? fallback.en : fallback.zh
  tellInHeaders(response, seconds)
  insertAtTop(response, () => {
    const text = isAnswer(response) ? texts.stale.replace('{age}', ageText(seconds, texts)) : texts.unavailable
    return `<store-notice role="status" style="${STYLE}">${text}</store-notice>`
  })
}

function ageText(seconds: number, { seconds: second, minutes: minute }: typeof fallback.en): string {
  return seconds < 120 ? `${seconds} ${second}` : `${Math.round(seconds / 60)} ${minute}`
}

function tellInHeaders(response: ServerResponse, seconds: number): void {
  const writeHead = response.writeHead.bind(response)
  response.writeHead = ((status: number, ...rest: unknown[]) => {
    if (isPage(response)) for (const name of ['content-length', 'etag']) response.removeHeader(name)
    if (status < FIRST_ERROR) {
      response.setHeader('age', String(seconds))
      response.setHeader('warning', '110 - "Response is Stale"')
    }
    return Reflect.apply(writeHead, undefined, [status, ...rest])
  }) as ServerResponse['writeHead']
}

/** Writes the result of `html` after the opening tag of a page's body. */
function insertAtTop(response: ServerResponse, html: () => string): void {
  let isInserted = false
  const inserted = (chunk: unknown): unknown => {
    if (isInserted || !(typeof chunk === 'string' || chunk instanceof Uint8Array) || !isPage(response)) return chunk
    const bytes = Buffer.from(chunk)
    const body = /<body[^>]*>/.exec(bytes.toString('latin1'))
    if (body === null) return chunk
    isInserted = true
    const at = body.index + body[0].length
    return Buffer.concat([bytes.subarray(0, at), Buffer.from(html()), bytes.subarray(at)])
  }
  const write = response.write.bind(response)
  response.write = ((chunk: unknown, ...rest: unknown[]) =>
    Reflect.apply(write, undefined, [inserted(chunk), ...rest])) as ServerResponse['write']
  const end = response.end.bind(response)
  response.end = ((chunk: unknown, ...rest: unknown[]) =>
    Reflect.apply(end, undefined, [inserted(chunk), ...rest])) as ServerResponse['end']
}

function isAnswer({ statusCode }: ServerResponse): boolean {
  return statusCode < FIRST_ERROR
}

function isPage(response: ServerResponse): boolean {
  return String(response.getHeader('content-type') ?? '').startsWith('text/html')
}
