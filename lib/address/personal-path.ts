import { splitLocale } from '@/lib/base/locale'

/**
 * Returns whether a page depends on who asks for it, so that nothing keeps it. Its parameters stay in its query instead of
 * its packed path, since they may hold the secret of a link.
 */
export function isPersonalPath(pathname: string): boolean {
  return /^\/(?:(?:sign-in|account|admin|s)(?:\/|$)|weeks\/[^/]+\/edit$)/.test(splitLocale(pathname).path)
}
