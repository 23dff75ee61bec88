/** An origin that no address of ours has. */
const NOWHERE = 'http://nowhere.invalid'

/**
 * Returns the path and query to which a reader goes after signing in; "/" for anything that a browser could read as
 * another site, or that is no page.
 */
export function safePath(text: string | null | undefined): string {
  // Browsers drop tabs and line breaks from an address, and read a backslash as a slash.
  if (!text || !/^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(text) || !URL.canParse(text, NOWHERE)) return '/'
  const { origin, pathname, search } = new URL(text, NOWHERE)
  const isPage =
    origin === NOWHERE && !pathname.startsWith('//') && !/^\/(?:en\/)?(?:api|sign-in)(?:\/|$)/.test(pathname)
  return isPage ? `${pathname}${search}` : '/'
}
