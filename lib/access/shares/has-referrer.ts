import { currentScope } from '@/lib/scope/current-scope'

/** Returns whether a browser names a page as the referrer of its forms: not one of a share link, nor the link itself. */
export function hasReferrer(path: string): boolean {
  return currentScope().share === undefined && !path.startsWith('/s/')
}
