import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { logInfo } from '@/lib/log/log'
import { requestKind } from '@/lib/monitoring/request-kind'
import { countAnswer } from '@/lib/monitoring/request-metrics'

const ID_HEADER = 'x-request-id'
const ID = /^[\w.:+/=@-]{1,128}$/
/** What nginx writes when the client went away before the end of its answer. */
const CLIENT_GONE = 499

/**
 * Gives a request its id, sends it back, and counts and logs the answer when it ends.
 * @param isTrusted whether the request comes from an address of TRUSTED_PROXIES: only then its own id counts
 */
export function observeRequest(request: IncomingMessage, response: ServerResponse, isTrusted: boolean): void {
  const given = request.headers[ID_HEADER]
  const id = isTrusted && typeof given === 'string' && ID.test(given) ? given : randomUUID()
  request.headers[ID_HEADER] = id
  response.setHeader(ID_HEADER, id)
  const { method = '', url = '' } = request
  const kind = requestKind(url)
  const begun = performance.now()
  response.once('close', () => {
    const status = response.writableFinished ? response.statusCode : CLIENT_GONE
    const ms = performance.now() - begun
    countAnswer(kind, status, ms / 1_000)
    // Probes arrive every few seconds and say nothing.
    if (kind !== 'health') logInfo('request', { requestId: id, method, url, kind, status, ms: Math.round(ms) })
  })
}

/** Returns the id that `observeRequest` has given. */
export function idOf(response: ServerResponse): string {
  return String(response.getHeader(ID_HEADER))
}
