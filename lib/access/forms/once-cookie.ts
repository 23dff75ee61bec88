/** What is shown once after a form: a new token, the link of an invitation or a share, or backup codes. It passes in a cookie, never in an address. */
import { z } from 'zod'
import { COOKIE_PREFIX, hasSecureCookies } from '../sessions/session-cookie'

const NAME = `${COOKIE_PREFIX}.once`
/** Long enough to copy it. */
const SHOWN_S = 120

const shownOnce = z.object({
  kind: z.enum(['token', 'invitation', 'share', 'backup-codes']),
  /** The token, the path of the link, or the codes, one a line. */
  text: z.string(),
  /** For what: the name of the token, the e-mail, or the name of the client. */
  label: z.string(),
  /** Path of what a frame on another site can show; absent where nothing can be shown so. */
  embed: z.string().optional(),
})
export type ShownOnce = z.infer<typeof shownOnce>

/** Returns the line of Set-Cookie. */
export function onceCookie(shown: ShownOnce): string {
  const value = Buffer.from(JSON.stringify(shown)).toString('base64url')
  const secure = hasSecureCookies() ? '; Secure' : ''
  return `${NAME}=${value}; Path=/; Max-Age=${SHOWN_S}; HttpOnly; SameSite=Strict${secure}`
}

/** Returns what the cookie of a request holds; null without one. */
export function shownOnceOf(headers: Headers): ShownOnce | null {
  const start = `${NAME}=`
  const cookies = headers.get('cookie')?.split(/;\s*/) ?? []
  const value = cookies.find((cookie) => cookie.startsWith(start))?.slice(start.length)
  if (value === undefined) return null
  try {
    return shownOnce.parse(JSON.parse(Buffer.from(value, 'base64url').toString()))
  } catch {
    return null
  }
}
