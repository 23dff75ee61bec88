import { readEnv } from '@/lib/db/env'

/**
 * Returns whether a form was sent by a page of this server. Every browser names the origin of the page with a POST; what
 * names none, or another one, is refused, whatever cookie it carries.
 */
export function isSameOrigin(headers: Headers): boolean {
  const [origin, host, site] = [headers.get('origin'), headers.get('host'), headers.get('sec-fetch-site')]
  if (origin === null || !URL.canParse(origin)) return false
  if (site !== null && site !== 'same-origin') return false
  return origin === readEnv(process.env).PUBLIC_URL || new URL(origin).host === host
}
