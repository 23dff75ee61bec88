/** The cookie of somebody who has opened a share link: id of the link, end, and their HMAC-SHA-256. */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { accessSecret } from '../sessions/access-secret'
import { COOKIE_PREFIX, hasSecureCookies } from '../sessions/session-cookie'

/** How long a link stays open in a browser, in hours; then it is opened again. */
const OPEN_HOURS = 12
const HOUR_S = 3_600
/** Makes the key another one than that of sessions. */
const PURPOSE = 'share links'

function shareCookieName(): string {
  return `${hasSecureCookies() ? '__Secure-' : ''}${COOKIE_PREFIX}.share`
}

/** Returns the line of Set-Cookie for a link that was opened. */
export async function shareCookie({ id, expiresAt }: { id: string; expiresAt: Date }): Promise<string> {
  const end = Math.min(Math.floor(expiresAt.getTime() / 1_000), Math.floor(Date.now() / 1_000) + OPEN_HOURS * HOUR_S)
  const text = `${id}.${end}`
  const signature = (await signatureOf(text)).toString('base64url')
  const maxAge = Math.max(0, end - Math.floor(Date.now() / 1_000))
  return lineOf(`${text}.${signature}`, maxAge)
}

/** Returns the line of Set-Cookie that closes the link in this browser. */
export function closedShareCookie(): string {
  return lineOf('', 0)
}

/** Returns whether a request has a cookie of a link, whether or not it still counts. */
export function hasShareCookie(cookies: string | undefined): boolean {
  return valueIn(cookies) !== null
}

/** Returns the id of the link of a Cookie header; null when there is none that this server signed, or its time is over. */
export async function shareIdOf(cookies: string | undefined): Promise<string | null> {
  const [id = '', end = '', given = ''] = valueIn(cookies)?.split('.') ?? []
  if (id === '' || !/^\d{1,12}$/.test(end) || Number(end) * 1_000 <= Date.now()) return null
  const [signature, expected] = [Buffer.from(given, 'base64url'), await signatureOf(`${id}.${end}`)]
  return signature.length === expected.length && timingSafeEqual(signature, expected) ? id : null
}

function valueIn(cookies: string | undefined): string | null {
  const start = `${shareCookieName()}=`
  const cookie = cookies?.split(/;\s*/).find((each) => each.startsWith(start))
  return cookie?.slice(start.length) ?? null
}

function lineOf(value: string, maxAgeS: number): string {
  const secure = hasSecureCookies() ? '; Secure' : ''
  return `${shareCookieName()}=${value}; Path=/; Max-Age=${maxAgeS}; HttpOnly; SameSite=Lax${secure}`
}

async function signatureOf(text: string): Promise<Buffer> {
  const key = createHmac('sha256', await accessSecret())
    .update(PURPOSE)
    .digest()
  return createHmac('sha256', key).update(text).digest()
}
