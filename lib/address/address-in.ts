/**
 * The address of a path, in the language and view of the page at hand, as `addressOf` writes it on the server.
 * @param home the address of "/" in them: "/", "/en", "/en?convention=geometric"
 * @param path "/weeks/2024-08-30", "/methodology#drawdown", "/compare?series=a,b"
 */
export function addressIn(home: string, path: string): string {
  const [front = '', shown] = home.split('?')
  const [place = '', anchor] = path.split('#')
  const [page = '', own] = place.split('?')
  const prefix = front === '/' ? '' : front
  const query = [own, shown].filter((part) => part !== undefined).join('&')
  const address = `${prefix}${page === '/' && prefix !== '' ? '' : page}`
  return `${address}${query === '' ? '' : `?${query}`}${anchor === undefined ? '' : `#${anchor}`}`
}
