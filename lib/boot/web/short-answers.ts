/** Answers of the server itself: a status with a line of plain text. */
import type { ServerResponse } from 'node:http'
import type { Answer } from '@/lib/http/kept-answers'
import { sendAnswer } from '@/lib/http/send-answer'
import type { ShortAnswer } from './check-request'

export const BUSY: ShortAnswer = {
  status: 503,
  text: 'too many requests are in progress; try again shortly.',
  headers: { 'retry-after': '2' },
}

export const HEALTHY: ShortAnswer = { status: 200, text: 'ok' }
export const SILENT: ShortAnswer = {
  status: 503,
  text: 'the database does not answer; try again shortly.',
  headers: { 'retry-after': '5' },
}
export const STUCK: ShortAnswer = {
  status: 503,
  text: 'the process that makes pages does not answer; try again shortly.',
  headers: { 'retry-after': '5' },
}

/** The rest of the body would be taken for the next request. */
export const LATE: ShortAnswer = {
  status: 408,
  text: 'the body of the request did not arrive in time.',
  headers: { connection: 'close' },
}

/** Sends a short answer. */
export function send(response: ServerResponse, short: ShortAnswer): void {
  sendAnswer(response, { ...shortAnswer(short), encoding: 'identity' }, {})
}

/** Returns a short answer as any other. */
export function shortAnswer({ status, text, headers }: ShortAnswer): Answer {
  const about = status === 200 ? text : `${status}: ${text}`
  const plain = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', ...headers }
  return { status, headers: plain, body: Buffer.from(`${about}\n`) }
}
