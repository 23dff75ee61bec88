/**
 * Returns the address of a path, in the language and view of the current page, as `addressOf` writes it on the server.
 * @param home the address of "/" in that view: "/", "/en", "/en?convention=geometric"
 * @param path "/weeks/2024-08-30", "/methodology#drawdown", "/compare?series=a,b"
 */
export function addressIn(home: string, path: string): string {
  const [front = '', shown] = home.split('?')
  const [beforeAnchor = '', anchor] = path.split('#')
  const [page = '', own] = beforeAnchor.split('?')
  const prefix = front === '/' ? '' : front
  const query = [own, shown].filter((part) => part !== undefined).join('&')
  const address = `${prefix}${page === '/' && prefix !== '' ? '' : page}`
  return `${address}${query === '' ? '' : `?${query}`}${anchor === undefined ? '' : `#${anchor}`}`
}
