import { hasAccounts } from '@/lib/access/has-accounts'
import { isPlainPath, PROBLEM_PATH } from '@/lib/address/parameters/problem-parameters'
import { localePrefix, splitLocale } from '@/lib/base/locale'
import type { Answer } from '@/lib/http/kept-answers'
import { isPagePath } from '@/lib/http/page-path'
import { NOTHING_HERE } from '@/lib/http/problem'
import { sentenceAnswer } from '../sentence-answer'

/**
 * Returns the address of the page that says what is missing, in the language, version and convention of an address
 * without a page; null when the answer is of another kind, or is that page already.
 * @param url address of the request
 */
export function missingPageOf({ status, headers }: Answer, url: string): string | null {
  const [pathname = '', query = ''] = url.split('?', 2)
  const isPage = isHtml(headers) && isPagePath(pathname)
  const { locale, path } = splitLocale(pathname)
  // The page of an unknown share link says itself what is wrong.
  const isOfShare = hasAccounts() && path.startsWith('/s/')
  if (status !== 404 || !isPage || path === PROBLEM_PATH || isOfShare) return null
  const asked = new URLSearchParams(query)
  // No link of the page may lead to a market that does not exist.
  asked.delete('market')
  for (const name of ['missing', 'refused']) asked.delete(name)
  const shown = decodeURIComponent(path)
  if (isPlainPath(shown)) asked.set('missing', shown)
  const search = asked.size > 0 ? `?${asked}` : ''
  return `${localePrefix(locale)}${PROBLEM_PATH}${search}`
}

/**
 * Returns one sentence for an address under which programs, pictures and files are, instead of Next's page, which is empty without
 * scripts; null when the answer is of another kind.
 * @param url address of the request
 */
export function missingFileOf({ status, headers }: Answer, url: string): Answer | null {
  const [pathname = ''] = url.split('?', 1)
  return status === 404 && isHtml(headers) && !isPagePath(pathname) ? sentenceAnswer(url, 404, NOTHING_HERE) : null
}

function isHtml(headers: Answer['headers']): boolean {
  return String(headers['content-type'] ?? '').startsWith('text/html')
}
