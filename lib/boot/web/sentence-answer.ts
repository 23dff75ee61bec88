import { NEVER } from '@/lib/http/caching'
import type { Answer } from '@/lib/http/kept-answers'
import { ApiProblem, problemText } from '@/lib/http/problem'

/** Returns one sentence as an answer that is never kept: a problem of the API (RFC 9457), elsewhere a line of text. */
export function sentenceAnswer(
  url: string,
  status: 401 | 403 | 404,
  text: string,
  more: Record<string, string> = {},
): Answer {
  const { body, type } = url.startsWith('/api/')
    ? { body: problemText(new ApiProblem(status, text)), type: 'application/problem+json' }
    : { body: `${text}\n`, type: 'text/plain' }
  const headers = { 'content-type': `${type}; charset=utf-8`, 'cache-control': NEVER, ...more }
  return { status, headers, body: Buffer.from(body) }
}
