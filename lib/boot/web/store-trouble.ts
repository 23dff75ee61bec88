/** Changes answers while the database does not answer: the age of a kept page, and 503 instead of 500. */
import { hasFailedSince } from '@/lib/db/store-health'
import type { Answer } from '@/lib/http/kept-answers'
import type texts from '@/lib/messages/server.json'
import { withTopLine } from './top-line'

const RETRY_AFTER_S = '5'
const FIRST_ERROR = 400

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
  const aged = { ...answer, headers: { ...answer.headers, ...age } }
  return withTopLine(aged, url, (texts) =>
    isError ? texts.unavailable : texts.stale.replace('{age}', ageText(seconds, texts)),
  )
}

function ageText(seconds: number, { seconds: second, minutes: minute }: typeof texts.en): string {
  return seconds < 120 ? `${seconds} ${second}` : `${Math.round(seconds / 60)} ${minute}`
}
