/** Whether a request may be answered, and as whose, when not everybody may read everything. */
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { decide } from '@/lib/access/decide'
import { type Reader, readerOf } from '@/lib/access/reader'
import { NOTHING, scopeOf } from '@/lib/access/scope-of'
import { hasShareCookie } from '@/lib/access/shares/share-cookie'
import { PROBLEM_PATH } from '@/lib/address/parameters/problem-parameters'
import { localePrefix, splitLocale } from '@/lib/base/locale'
import { withPublishedDates } from '@/lib/editions/newest-published'
import { NEVER } from '@/lib/http/caching'
import type { Answer } from '@/lib/http/kept-answers'
import { isPagePath } from '@/lib/http/page-path'
import { NOTHING_HERE } from '@/lib/http/problem'
import type { ReadScope } from '@/lib/scope/read-scope'
import { isForged } from './request-headers'
import { sentenceAnswer } from './sentence-answer'

/** For whom an answer is: for everybody, for all readers of one scope, for one reader alone, or for whoever has a share link. */
export type Audience = 'all' | 'scope' | 'reader' | 'share'

export type Admission =
  | { kind: 'admitted'; reader: Reader | null; scope: ReadScope; audience: Audience }
  /** The page that says that the reader may not see what was asked for is at `url`. */
  | { kind: 'refused-page'; reader: Reader | null; scope: ReadScope; audience: Audience; url: string }
  | { kind: 'refused'; answer: Answer }

const READ_METHODS = ['GET', 'HEAD']

/** Finds who sends a request and decides by the access table. */
export async function admissionOf(
  request: Pick<IncomingMessage, 'method' | 'url' | 'headers'>,
  findReader: (headers: IncomingHttpHeaders) => Promise<Reader | null> = readerOf,
): Promise<Admission> {
  const { method = '', url = '', headers } = request
  const isRead = READ_METHODS.includes(method)
  // What a browser sends by itself authorises nothing that a page of another site began.
  const isTrusted = isRead || /^Bearer /i.test(headers.authorization ?? '') || isSharePath(url)
  if (!isTrusted && isForged(headers)) return refused(url, 403, FORGED)
  const open = decide(null, { method, url })
  // Nobody needs to be looked up for a file of the build.
  if (open.kind === 'allowed' && !open.rule.isPersonal)
    return { kind: 'admitted', reader: null, scope: NOTHING, audience: 'all' }
  const reader = await findReader(headers)
  const decision = decide(reader, { method, url })
  if (decision.kind === 'unknown') return refused(url, 404, NOTHING_HERE)
  const isPage = isRead && isPagePath(url.split('?', 1)[0] ?? '')
  if (decision.kind === 'sign-in') {
    // The session of somebody who sends a form may have ended meanwhile.
    const isForm = !isRead && headers['sec-fetch-mode'] === 'navigate'
    if (!isPage && !isForm) return refused(url, 401, SIGN_IN)
    return {
      kind: 'refused',
      answer: hasShareCookie(headers.cookie) ? toEndedShare(url) : toSignIn(isForm ? '/' : url),
    }
  }
  const scope = await withPublishedDates(scopeOf(reader))
  if (decision.kind === 'allowed') {
    const isOfShare = isSharePath(url) || (reader?.kind === 'share' && decision.rule.share !== undefined)
    const audience = isOfShare ? 'share' : decision.rule.isPersonal ? 'reader' : 'scope'
    return { kind: 'admitted', reader, scope, audience }
  }
  const problem = `${localePrefix(splitLocale(url).locale)}${PROBLEM_PATH}`
  if (decision.kind === 'not-shared') {
    if (!isPage || headers.rsc !== undefined) return refused(url, 404, NOTHING_HERE)
    return { kind: 'refused-page', reader, scope, audience: 'share', url: problem }
  }
  // Next's router shows what is no data for it as a page of its own.
  if (!isPage || headers.rsc !== undefined) return refused(url, 403, FORBIDDEN)
  return { kind: 'refused-page', reader, scope, audience: 'reader', url: `${problem}?refused=yes` }
}

/**
 * Returns whether an address holds the secret of a share link. What is sent there needs no origin: a browser names none for a
 * page without referrer, and whoever knows the secret may open the link anyway.
 */
function isSharePath(url: string): boolean {
  return /^\/(?:api\/auth\/)?s\//.test(splitLocale(url).path)
}

const SIGN_IN = 'Sign in, or send a token as "Authorization: Bearer …".'
const FORBIDDEN = 'You may not do this: it needs another role, or a token made for it.'
const FORGED = 'This was sent by a page of another site.'

/** Redirects to the page where one signs in, and from there back to the address. */
function toSignIn(url: string): Answer {
  const [path = '', query = ''] = url.split('?', 2)
  const asked = new URLSearchParams(query)
  // A part of requests by Next's router, not of the address that the reader sees.
  asked.delete('_rsc')
  const to = asked.size === 0 ? path : `${path}?${asked}`
  const location = `${localePrefix(splitLocale(path).locale)}/sign-in?to=${encodeURIComponent(to)}`
  return { status: 303, headers: { location, 'cache-control': NEVER }, body: Buffer.alloc(0) }
}

/** Redirects whoever has opened a share link that has ended to the page that says so. */
function toEndedShare(url: string): Answer {
  const location = `${localePrefix(splitLocale(url).locale)}/s/ended`
  return { status: 303, headers: { location, 'cache-control': NEVER, ...UNSEEN }, body: Buffer.alloc(0) }
}

/** No search engine lists what a share link shows, and no other site learns its address. */
const UNSEEN = { 'x-robots-tag': 'noindex, nofollow', 'referrer-policy': 'no-referrer' }

function refused(url: string, status: 401 | 403 | 404, text: string): Admission {
  const challenge = status === 401 ? { 'www-authenticate': 'Bearer' } : {}
  return { kind: 'refused', answer: sentenceAnswer(url, status, text, challenge) }
}

/**
 * Returns an answer with the headers for its audience. Of one that not everybody may have, no shared cache keeps it, a browser sends it again only to
 * the same reader, and one that depends on the reader alone is not kept at all.
 */
export function answerFor<Sent extends Answer>(audience: Audience, answer: Sent): Sent {
  if (audience === 'all') return answer
  const { 'cache-control': caching = NEVER, vary } = answer.headers
  const headers = {
    ...answer.headers,
    ...(audience === 'share' && UNSEEN),
    'cache-control': audience === 'scope' ? String(caching).replace(/\bpublic\b/, 'private') : 'private, no-store',
    vary: [vary, 'cookie', 'authorization'].flat().filter(Boolean).join(', '),
  }
  return { ...answer, headers }
}
