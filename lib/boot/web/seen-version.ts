/**
 * A reader never sees an older data version than before, whichever instance answers: a cookie names the newest one that
 * was seen, and an instance that does not know it yet reads the newest version again before it answers.
 */
import type { IncomingHttpHeaders } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type { KnownVersion } from '@/lib/db/known-version'
import { latestVersion, readLatestAnew } from '@/lib/db/latest-version'
import type { Answer } from '@/lib/http/kept-answers'
import type { ShortAnswer } from './check-request'

/** The database usually answers in a few milliseconds. */
const PATIENCE_MS = 1_000
const COOKIE = /(?:^|;)\s*seen=([0-9a-f]{8})\.(\d{1,9})\s*(?:;|$)/

/** The newest data version that a reader has seen, and the store in which. */
type SeenVersion = Pick<KnownVersion, 'id' | 'store'>

/** The answer to a reader who has seen a newer version than can be shown. */
export const NOT_YET: ShortAnswer = {
  status: 503,
  text: 'the data version that was shown to you before is not known here yet; try again shortly.',
  headers: { 'retry-after': '1' },
}

/** Returns what the cookie of a request says; null without one, or with an unreadable one. */
export function seenVersion({ cookie = '' }: IncomingHttpHeaders): SeenVersion | null {
  const [, store, id] = COOKIE.exec(cookie) ?? []
  return store === undefined ? null : { store, id: Number(id) }
}

/**
 * Returns whether what this process can show is older than what a reader has seen. Reads the newest version again before
 * it says so. A version of another store does not count, and neither does one that the database has lost: its answer is
 * the newest that there is.
 */
export async function isBehind(seen: SeenVersion | null): Promise<boolean> {
  if (seen === null) return false
  const known = await latestVersion().catch(() => null)
  if (known === null || !isNewer(seen, known)) return false
  const isRead = readLatestAnew().then(
    () => true,
    () => false,
  )
  return !(await Promise.race([isRead, sleep(PATIENCE_MS, false, { ref: false })]))
}

/** Returns whether an answer is a page, whole or as Next's router asks for it. Downloads may be kept by shared caches. */
export function isPage({ status, headers }: Answer): boolean {
  return status === 200 && /^text\/(?:html|x-component)\b/.test(String(headers['content-type']))
}

/**
 * Returns the cookie to set with a page, so that it names the version as the newest seen; null when the reader has it
 * already. It says nothing about the reader, and ends with the session of the browser.
 */
export function cookieOfSeen({ id, store }: KnownVersion, headers: IncomingHttpHeaders): string | null {
  const seen = seenVersion(headers)
  if (id === 0 || (seen?.store === store && seen.id === id)) return null
  return `seen=${store}.${id}; Path=/; HttpOnly; SameSite=Lax`
}

function isNewer(seen: SeenVersion, { id, store }: KnownVersion): boolean {
  return seen.store === store && seen.id > id
}
