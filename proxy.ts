import { type NextRequest, NextResponse } from 'next/server'
import { readParameters } from '@/lib/address/parameters/of-page'
import { renamedAddress } from '@/lib/address/renamed-address'
import { addressOf, readView, type View, viewSegment } from '@/lib/address/view'
import { isIsoDate } from '@/lib/base/dates'
import { localePrefix, splitLocale } from '@/lib/base/locale'
import { today } from '@/lib/base/today'
import { getMissingClosures } from '@/lib/calendar/get-missing-closures'
import { wantedYear } from '@/lib/calendar/missing-closures'
import { latestVersion, stampOf } from '@/lib/db/latest-version'
import { newestAliases } from '@/lib/db/newest-aliases'
import { logWarning } from '@/lib/log/log'
import fallback from '@/lib/messages/fallback.json'

/**
 * Pages only: the addresses of pictures, downloads, health checks and Next's own files contain all their parameters.
 */
export const config = {
  matcher:
    '/((?!_next/|charts/|search-index/|api/|preferences$|healthz$|readyz$|[^/]*\\.(?:ico|svg|png|txt|webmanifest)$).*)',
}

/**
 * Adds its view to each page request: language, data version, convention, tables, theme, colours and the parameters of
 * that page become one path segment, so that the page is a pure function of its path.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  try {
    return await lead(request)
  } catch (error) {
    logWarning('The data version could not be read', error)
    return unavailable()
  }
}

/**
 * Returns the year whose closures are missing today, for pages of the newest version: a part of the path, since a page
 * must not depend on the time at which it is made.
 */
async function missingClosures({ version, isPinned }: Pick<View, 'version' | 'isPinned'>, stamp: string) {
  if (isPinned || version === 0) return {}
  const closuresOf = wantedYear(today())
  return (await getMissingClosures({ version, stamp, year: closuresOf })).length > 0 ? { closuresOf } : {}
}

/** Redirects an address with the old code of a series; a browser asks again each time, since a rename may be undone. */
function leadOn(request: NextRequest, address: string): NextResponse {
  return withoutSharedCaching(NextResponse.redirect(new URL(address, request.nextUrl), 308))
}

const READING = ['GET', 'HEAD']

async function lead(request: NextRequest): Promise<NextResponse> {
  if (!READING.includes(request.method)) return new NextResponse(null, { status: 405, headers: { allow: 'GET, HEAD' } })
  const { searchParams } = request.nextUrl
  const { locale, path } = splitLocale(request.nextUrl.pathname)
  const moved = renamedAddress({ path, search: request.nextUrl.search }, (await newestAliases()).codes)
  if (moved !== null) return leadOn(request, `${localePrefix(locale)}${moved.path}${moved.search}`)
  const { id: latest } = await latestVersion()
  const cookies = { theme: request.cookies.get('theme')?.value, colours: request.cookies.get('colours')?.value }
  const view = readView({ locale, latest, search: searchParams, cookies })
  const parameters = readParameters(path, searchParams)
  const wanted = searchParams.get('date')
  if (view && path === '/weeks' && wanted !== null && isIsoDate(wanted)) {
    return NextResponse.redirect(new URL(addressOf(`/weeks/${wanted}`, view), request.nextUrl))
  }
  const shown = view ?? readView({ locale, latest, search: new URLSearchParams(), cookies }) ?? never()
  const stamp = await stampOf(shown.version)
  const segment = viewSegment({
    ...shown,
    stamp,
    ...(await missingClosures(shown, stamp)),
    parameters: parameters ?? {},
  })
  const target = request.nextUrl.clone()
  target.pathname = `/${locale}/${segment}${view && parameters ? path : '/unreadable-address'}`
  target.search = ''
  return withoutSharedCaching(NextResponse.rewrite(target))
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
<p>${fallback.zh.unavailable}</p><p lang="en">${fallback.en.unavailable}</p>`
  const headers = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', 'retry-after': '5' }
  return new NextResponse(body, { status: 503, headers })
}

function never(): never {
  throw new TypeError('an address without parameters always has a view')
}
