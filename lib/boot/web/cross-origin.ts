/** What pages of other sites may do: those that an administrator lists frame embeds and read the API. Nobody else does either. */
import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http'
import { getEmbedOrigins } from '@/lib/access/embeds/embed-origins'
import { splitLocale } from '@/lib/base/locale'
import type { Answer } from '@/lib/http/kept-answers'

type Asked = Pick<IncomingMessage, 'method' | 'url' | 'headers'>
type GetOrigins = () => Promise<readonly string[]>

const API = '/api/v1/'
const EMBED = /^\/(?:s\/[^/]+\/)?embed\//
const READ_METHODS = ['GET', 'HEAD']
const POLICY = 'content-security-policy'
/** What an embed says of itself: nobody may frame it. */
const UNFRAMED = "frame-ancestors 'none'"
const MINUTES_10 = '600'

/**
 * Returns the answer to a browser that asks whether a page of a listed site may read the API; null for every other request.
 * Cookies are never accepted from there: such a page sends a token, or reads what is public.
 */
export async function preflightAnswer(
  { method = '', url = '', headers }: Asked,
  getOrigins: GetOrigins = getEmbedOrigins,
): Promise<Answer | null> {
  const wanted = headers['access-control-request-method']
  const { origin } = headers
  if (method !== 'OPTIONS' || !url.startsWith(API) || wanted === undefined || origin === undefined) return null
  if (!READ_METHODS.includes(wanted) || !(await getOrigins()).includes(origin)) return null
  const allowed = {
    'access-control-allow-methods': READ_METHODS.join(', '),
    'access-control-allow-headers': 'authorization',
    'access-control-max-age': MINUTES_10,
    'cache-control': 'no-store',
  }
  return { status: 204, headers: { ...allowed, ...sharedWith(origin) }, body: Buffer.alloc(0) }
}

/** Returns an answer with what pages of other sites need in order to read it (API) or to frame it (embeds). */
export async function forOtherSites<Sent extends Answer>(
  { method = '', url = '', headers }: Asked,
  answer: Sent,
  getOrigins: GetOrigins = getEmbedOrigins,
): Promise<Sent> {
  if (!READ_METHODS.includes(method)) return answer
  if (url.startsWith(API)) return forReadingSite(headers.origin, answer, getOrigins)
  return EMBED.test(splitLocale(url).path) ? framed(answer, await getOrigins()) : answer
}

async function forReadingSite<Sent extends Answer>(
  origin: string | undefined,
  answer: Sent,
  getOrigins: GetOrigins,
): Promise<Sent> {
  const isListed = origin !== undefined && (await getOrigins()).includes(origin)
  const more = isListed ? sharedWith(origin) : { vary: 'origin' }
  const vary = [answer.headers.vary, more.vary].flat().filter(Boolean).join(', ')
  return { ...answer, headers: { ...answer.headers, ...more, vary } }
}

function sharedWith(origin: string): OutgoingHttpHeaders & { vary: string } {
  return { 'access-control-allow-origin': origin, vary: 'origin' }
}

function framed<Sent extends Answer>(answer: Sent, origins: readonly string[]): Sent {
  const { [POLICY]: policy } = answer.headers
  if (origins.length === 0 || typeof policy !== 'string') return answer
  return {
    ...answer,
    headers: { ...answer.headers, [POLICY]: policy.replace(UNFRAMED, `frame-ancestors ${origins.join(' ')}`) },
  }
}
