/**
 * The address of a path, in the language and view of the page at hand.
 * @param home the address of "/" in them: "/", "/en", "/en?convention=geometric"
 */
export function addressIn(home: string, path: string): string {
  const [front = '', search] = home.split('?')
  const [page = '', anchor] = path.split('#')
  const prefix = front === '/' ? '' : front
  const own = page === '/' && prefix !== '' ? '' : page
  return `${prefix}${own}${search === undefined ? '' : `?${search}`}${anchor === undefined ? '' : `#${anchor}`}`
}
