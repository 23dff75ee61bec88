import type { IncomingHttpHeaders } from 'node:http'

/**
 * Headers by which parts of Next tell each other what has been decided already, such as that the proxy was passed
 * (CVE-2025-29927), and ours of the same kind.
 */
const INTERNAL =
  /^x-(?:middleware-|invoke-|matched-path$|now-route-matches$|nextjs-(?!data$)|page-status$|factor-weekly-)/

/** Removes, from the headers of a request, those that only the server itself may write. */
export function removeInternalHeaders(headers: IncomingHttpHeaders): void {
  for (const name of Object.keys(headers)) if (INTERNAL.test(name)) delete headers[name]
}

/**
 * Returns whether a request that changes something comes from a page of another site. A browser says so itself; what says
 * nothing is no browser, unless it sends cookies.
 */
export function isForged({ origin, host, cookie, 'sec-fetch-site': site }: IncomingHttpHeaders): boolean {
  if (site !== undefined) return site !== 'same-origin' && site !== 'none'
  if (origin === undefined) return cookie !== undefined
  return !URL.canParse(origin) || new URL(origin).host !== host
}
