import type { IncomingHttpHeaders } from 'node:http'
import { isIP } from 'node:net'

/** Headers in which a proxy names what its client asked for. */
const FORWARDED = /^(forwarded|x-forwarded-.*|x-real-ip|x-original-(host|url)|x-rewrite-url)$/

/**
 * Replaces, in the headers of a request, host, scheme and the client's address by those that a trusted proxy names, and
 * removes all headers of proxies: what anybody else writes there does not count. Next adds its own from the result.
 * @param isTrusted whether the request comes from an address of TRUSTED_PROXIES
 */
export function applyForwarded(headers: IncomingHttpHeaders, isTrusted: boolean): void {
  const host = isTrusted ? lastOf(headers['x-forwarded-host']) : ''
  const scheme = isTrusted ? lastOf(headers['x-forwarded-proto']) : ''
  const client = isTrusted ? lastOf(headers['x-forwarded-for']) : ''
  for (const name of Object.keys(headers)) if (FORWARDED.test(name)) delete headers[name]
  if (host !== '') headers.host = host
  if (scheme === 'https') headers['x-forwarded-proto'] = scheme
  if (isIP(client) > 0) headers['x-forwarded-for'] = client
}

/** Returns the last of several values, which the nearest proxy has added. */
function lastOf(value: string | string[] | undefined): string {
  return [value].flat().join(',').split(',').at(-1)?.trim() ?? ''
}
