import { logWarning } from '@/lib/log/log'
import { NEVER } from './caching'

/** Returns an answer with one short text, which is never cached. Adds a line break. */
export function plainText(status: number, text: string, more: Record<string, string> = {}): Response {
  const headers = { 'cache-control': NEVER, 'content-type': 'text/plain; charset=utf-8', ...more }
  return new Response(`${text}\n`, { status, headers })
}

/** Returns 503: the same request may succeed after this many seconds. */
export function tryLater(text: string, seconds = 5): Response {
  return plainText(503, text, { 'retry-after': String(seconds) })
}

/**
 * Returns the result of `answer`. When it throws, logs the reason and returns 503.
 * @param subject what could not be made, such as "The chart"
 */
export async function answerOrTryLater(subject: string, answer: () => Promise<Response>): Promise<Response> {
  try {
    return await answer()
  } catch (error) {
    logWarning(`${subject} could not be made`, error)
    return tryLater(`${subject} could not be made. Please try again shortly.`)
  }
}
