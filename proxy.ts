import { type NextRequest, NextResponse } from 'next/server'
import { isIsoDate } from '@/lib/dates'
import { latestVersion, stampOf } from '@/lib/latest-version'
import { addressOf, type Locale, readView, viewSegment } from '@/lib/view'

/** Pages only: pictures, downloads, health checks and Next's own files have addresses that say all by themselves. */
export const config = {
  matcher: '/((?!_next/|charts/|api/|preferences$|healthz$|readyz$|.*\\.(?:ico|svg|png|txt|webmanifest)$).*)',
}

/**
 * Gives each page request its view: language, data version, convention, order, theme and colours become one path
 * segment, so that the page behind it is a pure function of its path.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { searchParams } = request.nextUrl
  const { locale, path } = splitLocale(request.nextUrl.pathname)
  const { id: latest } = await latestVersion()
  const cookies = { theme: request.cookies.get('theme')?.value, colours: request.cookies.get('colours')?.value }
  const view = readView({ locale, latest, search: searchParams, cookies })
  const wanted = searchParams.get('date')
  if (view && path === '/weeks' && wanted !== null && isIsoDate(wanted)) {
    return NextResponse.redirect(new URL(addressOf(`/weeks/${wanted}`, view), request.nextUrl))
  }
  const shown = view ?? readView({ locale, latest, search: new URLSearchParams(), cookies }) ?? never()
  const segment = viewSegment({ ...shown, stamp: await stampOf(shown.version) })
  const target = request.nextUrl.clone()
  target.pathname = `/${locale}/${segment}${view ? path : '/unreadable-address'}`
  target.search = ''
  return withoutSharedCaching(NextResponse.rewrite(target))
}

function splitLocale(pathname: string): { locale: Locale; path: string } {
  if (pathname === '/en' || pathname.startsWith('/en/')) return { locale: 'en', path: pathname.slice(3) || '/' }
  return { locale: 'zh', path: pathname }
}

/** The same address shows another page after the next load, or with another cookie. */
function withoutSharedCaching(response: NextResponse): NextResponse {
  response.headers.set('cache-control', 'private, no-cache')
  response.headers.set('vary', 'Cookie')
  return response
}

function never(): never {
  throw new TypeError('an address without parameters always has a view')
}
