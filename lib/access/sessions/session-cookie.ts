/** The signed cookies, such as that of a session, as better-auth writes them: the token, a dot, and its HMAC-SHA-256 in Base64, percent-encoded. */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { readEnv } from '@/lib/db/env'

export const COOKIE_PREFIX = 'factor-weekly'
/** How long a session lasts. It is not prolonged by use, so that a stolen cookie has an end. */
export const SESSION_DAYS = 7

/** Returns whether browsers reach this server by https alone, so that its cookies need not travel without. */
export function hasSecureCookies(): boolean {
  return readEnv(process.env).PUBLIC_URL?.startsWith('https:') === true
}

export function sessionCookieName(): string {
  return cookieName('session_token')
}

/** Returns the whole name of one of better-auth's cookies. */
export function cookieName(name: string): string {
  return `${hasSecureCookies() ? '__Secure-' : ''}${COOKIE_PREFIX}.${name}`
}

/** Returns the token of a session from the Cookie header of a request; null when there is none that this secret signed. */
export function sessionTokenOf(cookies: string | undefined, secret: string): string | null {
  return signedValueOf(sessionCookieName(), cookies, secret)
}

/** Returns what a cookie of this name holds; null when there is none that this secret signed. */
export function signedValueOf(name: string, cookies: string | undefined, secret: string): string | null {
  const start = `${name}=`
  const cookie = cookies?.split(/;\s*/).find((each) => each.startsWith(start))
  if (cookie === undefined) return null
  const value = decoded(cookie.slice(start.length))
  const at = value.lastIndexOf('.')
  const [token, signature] = [value.slice(0, at), Buffer.from(value.slice(at + 1), 'base64')]
  const expected = createHmac('sha256', secret).update(token).digest()
  return at > 0 && signature.length === expected.length && timingSafeEqual(signature, expected) ? token : null
}

/** Returns a percent-encoded text; an empty one when the encoding is broken. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}
