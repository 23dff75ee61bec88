import { isOneOf } from '@/lib/base/is-one-of'
import { LOCALES, localePrefix } from '@/lib/base/locale'
import { NEVER } from '@/lib/http/caching'
import { plainText } from '@/lib/http/plain-text'
import { hasProvider, leaveForProvider, returnFromProvider } from '../sessions/sign-in-at-provider'
import { safePath } from './safe-path'

/**
 * Answers `GET /api/auth/provider?to=…&lang=…`: 303 to the OpenID provider. It is a link, since a browser follows no form
 * to another site (content-security-policy).
 */
export async function answerProvider(request: Request): Promise<Response> {
  if (!hasProvider()) return plainText(404, 'no OpenID provider is set')
  const { searchParams } = new URL(request.url)
  const lang = searchParams.get('lang')
  const failed = `${isOneOf(LOCALES, lang) ? localePrefix(lang) : ''}/sign-in?fault=provider`
  const left = await leaveForProvider({ to: safePath(searchParams.get('to')), failed, headers: request.headers })
  const headers = new Headers({ location: left?.url ?? failed, 'cache-control': NEVER })
  for (const cookie of left?.cookies ?? []) headers.append('set-cookie', cookie)
  return new Response(null, { status: 303, headers })
}

/** Answers the request with which the provider sends somebody back. */
export async function answerCallback(request: Request): Promise<Response> {
  return hasProvider() ? returnFromProvider(request) : plainText(404, 'no OpenID provider is set')
}
