/**
 * Returns whether a page of this server sent a request: a page of another site could otherwise make the browser of
 * somebody who may load send a form. Browsers name the sender in `Sec-Fetch-Site` or `Origin`, which no script can set; a
 * request with neither is refused.
 */
export function isFromOwnPage({ headers }: Request): boolean {
  const site = headers.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin') return false
  const origin = headers.get('origin')
  if (origin === null) return site === 'same-origin'
  return URL.canParse(origin) && new URL(origin).host === headers.get('host')
}
