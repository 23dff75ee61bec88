import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { LRUCache } from 'lru-cache'
import { packPath } from '@/lib/address/packed-path'
import { isPersonalPath } from '@/lib/address/personal-path'
import { PREFERENCES, type PreferenceCookies } from '@/lib/address/preferences'
import { today } from '@/lib/base/today'
import { latestVersion } from '@/lib/db/latest-version'
import { isPagePath } from '@/lib/http/page-path'
import { currentScope } from '@/lib/scope/current-scope'
import { scopeHash } from '@/lib/scope/read-scope'

/** Headers that ask for a part of an answer, for another form of a page or for a document that exists already. */
const OF_OTHER_ANSWERS = /^(?:range|rsc|next-.*|x-nextjs-.*|x-only-if-made|authorization)$/

const OF_BUILD = /^\/_next\/static\//

/** Next normalises these addresses, or redirects them. */
const UNUSUAL_PATH = /\/\/|\\|\/\.|%(?:2e|2f|5c)/i

/** What an answer depends on. */
export interface AnswerKey {
  key: string
  /** The headers of the request that are a part of the key. The answer is made from these alone. */
  headers: IncomingHttpHeaders
}

/**
 * Returns the key of an answer that may be kept: host, newest data version, state of the editions, the reader's scope and
 * address; for a page its packed path, so that all addresses with the same meaning have one key. Returns null when an answer to
 * this request is never kept.
 * Throws when the store has never answered.
 */
export async function answerKey(
  request: Pick<IncomingMessage, 'method' | 'url' | 'headers'>,
): Promise<AnswerKey | null> {
  const { method = '', url = '', headers } = request
  if (method !== 'GET' && method !== 'HEAD') return null
  if (Object.keys(headers).some((name) => OF_OTHER_ANSWERS.test(name))) return null
  const at = url.indexOf('?')
  const [pathname, search] = at < 0 ? [url, ''] : [url.slice(0, at), url.slice(at)]
  if (UNUSUAL_PATH.test(pathname) || isPersonalPath(pathname)) return null
  // A file of the build is the same for every host, query and version.
  if (OF_BUILD.test(pathname)) return { key: pathname, headers: hostOf(headers) }
  const chosen = PREFERENCES.map((name) => [name, cookieOf(headers, name)] as const).filter(isChosen)
  const preferences: PreferenceCookies = Object.fromEntries(chosen)
  const { id, stamp, editions } = await latestVersion()
  const version = editions === null ? `${id}.${stamp}` : `${id}.${stamp}.${editions}`
  const scope = scopeHash(currentScope())
  const address = isPagePath(pathname) ? await pagePath({ version, scope, pathname, search, preferences }) : url
  if (address === null) return null
  const origin = hostOf(headers)
  const cookie = chosen.map((pair) => pair.join('=')).join('; ')
  return {
    key: [origin['x-forwarded-proto'] ?? 'http', origin.host, version, scope, address].join(' '),
    headers: { ...origin, ...(cookie !== '' && { cookie }) },
  }
}

/** Returns the headers that say by which host and scheme a reader reaches this server. */
export function hostOf({ host, 'x-forwarded-proto': proto }: IncomingHttpHeaders): IncomingHttpHeaders {
  return { ...(host !== undefined && { host }), ...(proto !== undefined && { 'x-forwarded-proto': proto }) }
}

interface PageAddress {
  /** The newest data version, its stamp, and the state of the editions. */
  version: string
  /** Hash of the reader's scope. */
  scope: string
  pathname: string
  search: string
  preferences: PreferenceCookies
}

/** Packed paths, which depend on the newest version, the reader's scope and the date: packing takes longer than sending a kept answer. */
const packedPaths = new LRUCache<string, string>({
  maxSize: 8_000_000,
  sizeCalculation: (path, asked) => path.length + asked.length,
})

/** Returns the packed path of a page; null when it redirects to another address. */
async function pagePath({ version, scope, pathname, search, preferences }: PageAddress): Promise<string | null> {
  const chosen = PREFERENCES.map((name) => preferences[name])
  const asked = [version, scope, today(), pathname, search, ...chosen].join(' ')
  const known = packedPaths.get(asked)
  if (known !== undefined) return known
  const packed = await packPath({ pathname, search, cookies: preferences })
  if (packed.kind !== 'page') return null
  packedPaths.set(asked, packed.path)
  return packed.path
}

function isChosen(pair: readonly [name: string, value: string | undefined]): pair is [string, string] {
  return pair[1] !== undefined
}

/** Returns a cookie with a plain word as its value. */
function cookieOf({ cookie = '' }: IncomingHttpHeaders, name: string): string | undefined {
  return new RegExp(`(?:^|;)\\s*${name}=([a-z]+d?)\\s*(?:;|$)`).exec(cookie)?.[1]
}
