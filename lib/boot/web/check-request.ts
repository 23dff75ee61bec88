import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http'
import { READ_METHODS } from './request-body'

/** An answer without Next: one sentence. */
export interface ShortAnswer {
  status: 200 | 400 | 405 | 408 | 421 | 503
  text: string
  headers?: OutgoingHttpHeaders
}

/** The addresses that have other methods than those that read. */
const WRITABLE = /^\/(?:api\/|preferences(?:\?|$))/

/** No page has more than twenty parameters. The time that Next takes for an address grows with their square. */
const PARAMETERS_MAX = 64

/**
 * Returns the answer to a request that Next cannot handle, or would handle at great cost; null for any other.
 * @param isKnownHost tells whether a Host header names this server
 */
export function refusalOf(
  { method = '', url = '', headers }: Pick<IncomingMessage, 'method' | 'url' | 'headers'>,
  isKnownHost: (header: string) => boolean,
): ShortAnswer | null {
  const { host } = headers
  if (host !== undefined && !isKnownHost(host)) return { status: 421, text: misdirected(host) }
  // Next answers 500 to TRACE and to addresses that are not a path, and reads the body of a request before a page refuses it.
  if (method === 'TRACE' || !(READ_METHODS.includes(method) || WRITABLE.test(url))) {
    return { status: 405, text: `this address has no method ${method}.`, headers: { allow: 'GET, HEAD' } }
  }
  if (!url.startsWith('/')) return { status: 400, text: 'the address of a request must be a path that begins with /.' }
  const [path = '', query = ''] = splitAtQuery(url)
  if (!isDecodable(path)) return { status: 400, text: 'the percent-encoding of this address is broken.' }
  if (hasMore(query, PARAMETERS_MAX)) {
    return { status: 400, text: `this address has more than ${PARAMETERS_MAX} parameters.` }
  }
  return null
}

function misdirected(host: string): string {
  return `this server does not know the host name ${JSON.stringify(host.slice(0, 100))}: use the address at which it was started, or set PUBLIC_URL to this one.`
}

function splitAtQuery(url: string): string[] {
  const at = url.indexOf('?')
  return at < 0 ? [url] : [url.slice(0, at), url.slice(at + 1)]
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}

/** Returns whether a query has more than `max` parameters. */
function hasMore(query: string, max: number): boolean {
  return query.split('&', max + 2).length > max
}
