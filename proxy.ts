import { type NextRequest, NextResponse } from 'next/server'
import { shareStatus } from '@/lib/access/shares/share-status'
import { packPath } from '@/lib/address/packed-path'
import { isPersonalPath } from '@/lib/address/personal-path'
import { PREFERENCES } from '@/lib/address/preferences'
import { STATUS_HEADER } from '@/lib/http/status-header'
import { logWarning } from '@/lib/log/log'
import fallback from '@/lib/messages/fallback.json'
import texts from '@/lib/messages/server.json'

/**
 * Pages only: the addresses of pictures, downloads, health checks and Next's own files contain all their parameters.
 */
export const config = {
  matcher:
    '/((?!_next/|charts/|embed/|search-index/|api/|preferences$|healthz$|readyz$|[^/]*\\.(?:css|ico|svg|png|txt|webmanifest)$).*)',
}

/**
 * Adds its view to each page request: language, data version, convention, tables, theme, colours and the parameters of
 * that page become one path segment, so that the page is a pure function of its path.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  try {
    return await answerPage(request)
  } catch (error) {
    logWarning('The data version could not be read', error)
    return unavailable()
  }
}

/** Redirects an address with the old code of a series; a browser asks again each time, since a rename may be undone. */
function redirectRenamed(request: NextRequest, address: string): NextResponse {
  return withoutSharedCaching(NextResponse.redirect(new URL(address, request.nextUrl), 308))
}

/** The page of an upload shows another step at the same address, and that of texts what somebody has saved since. */
const GOES_ON = /\/(?:data\/load|weeks\/[^/]+\/edit)$/

const READ_METHODS = ['GET', 'HEAD']

async function answerPage(request: NextRequest): Promise<NextResponse> {
  if (!READ_METHODS.includes(request.method))
    return new NextResponse(null, { status: 405, headers: { allow: 'GET, HEAD' } })
  const { pathname, search } = request.nextUrl
  const cookies = Object.fromEntries(PREFERENCES.map((name) => [name, request.cookies.get(name)?.value]))
  const packed = await packPath({ pathname, search, cookies })
  if (packed.kind === 'moved') return redirectRenamed(request, packed.address)
  if (packed.kind === 'other-address') return NextResponse.redirect(new URL(packed.address, request.nextUrl))
  const target = request.nextUrl.clone()
  target.pathname = packed.path
  if (!isPersonalPath(pathname)) target.search = ''
  const response = withoutSharedCaching(NextResponse.rewrite(target))
  if (GOES_ON.test(pathname)) response.headers.set('cache-control', 'private, no-store')
  // Next ignores the status of a rewrite: our server in front of it sets this one.
  const status = (await shareStatus(pathname)) ?? packed.status
  if (status !== 200) response.headers.set(STATUS_HEADER, String(status))
  return response
}

/** Makes browsers revalidate: the same address shows another page after the next load, or with another cookie. */
function withoutSharedCaching(response: NextResponse): NextResponse {
  response.headers.set('cache-control', 'private, no-cache')
  return response
}

/** Answers when the store does not respond: no page can be shown, and the current version is unknown. */
function unavailable(): NextResponse {
  const body = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${fallback.zh.brand}</title><body style="max-width:40em;margin:15vh auto;padding:0 16px;font:15px/24px sans-serif">
<p>${texts.zh.unavailable}</p><p lang="en">${texts.en.unavailable}</p>`
  const headers = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', 'retry-after': '5' }
  return new NextResponse(body, { status: 503, headers })
}
