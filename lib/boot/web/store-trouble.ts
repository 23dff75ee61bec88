/** Changes answers while the database does not answer: the age of a kept page, and 503 instead of 500. */
import { hasFailedSince } from '@/lib/db/store-health'
import type { Answer } from '@/lib/http/kept-answers'
import fallback from '@/lib/messages/fallback.json'

const RETRY_AFTER_S = '5'
const FIRST_ERROR = 400
const STYLE =
  'display:block;margin:0;padding:8px 16px;background:#fff3cd;color:#664d03;font:14px/20px sans-serif;text-align:center'

/**
 * Returns 503 instead of 500 when the database failed while a request was answered: Next has no other status for a page
 * that threw an error, and the same request may succeed shortly.
 * @param begun when the request came, as performance.now()
 */
export function withFailure(answer: Answer, begun: number): Answer {
  if (answer.status !== 500 || !hasFailedSince(begun)) return answer
  const headers = { ...answer.headers, 'retry-after': RETRY_AFTER_S, 'cache-control': 'no-store' }
  return { ...answer, status: 503, headers }
}

/**
 * Returns an answer that says how old it may be: in its headers, and a page also in a line at its top. The line of a
 * page that could not be made says why.
 * @param url address of the request
 * @param since when the database answered for the last time, as Date.now()
 */
export function withAge(answer: Answer, url: string, since: number): Answer {
  const seconds = Math.max(0, Math.round((Date.now() - since) / 1_000))
  const isError = answer.status >= FIRST_ERROR
  const age = isError ? {} : { age: String(seconds), warning: '110 - "Response is Stale"' }
  if (!isPage(answer)) return { ...answer, headers: { ...answer.headers, ...age } }
  const texts = /^\/en(?=[/?]|$)/.test(url) ? fallback.en : fallback.zh
  const text = isError ? texts.unavailable : texts.stale.replace('{age}', ageText(seconds, texts))
  const { etag: _, ...headers } = answer.headers
  const body = insertAtTop(answer.body, `<store-notice role="status" style="${STYLE}">${text}</store-notice>`)
  return { status: answer.status, headers: { ...headers, ...age }, body }
}

function ageText(seconds: number, { seconds: second, minutes: minute }: typeof fallback.en): string {
  return seconds < 120 ? `${seconds} ${second}` : `${Math.round(seconds / 60)} ${minute}`
}

/** Inserts HTML after the opening tag of a page's body. */
function insertAtTop(page: Buffer, html: string): Buffer {
  const body = /<body[^>]*>/.exec(page.toString('latin1'))
  if (body === null) return page
  const at = body.index + body[0].length
  return Buffer.concat([page.subarray(0, at), Buffer.from(html), page.subarray(at)])
}

function isPage({ headers }: Answer): boolean {
  return String(headers['content-type'] ?? '').startsWith('text/html')
}
