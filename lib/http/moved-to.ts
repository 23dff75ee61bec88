/**
 * Answers an address with the old code of a series: it has moved for good. A client asks again each time, since a rename
 * may be undone.
 * @param address path and query
 */
export function movedTo(address: string): Response {
  return new Response(null, { status: 308, headers: { location: address, 'cache-control': 'public, no-cache' } })
}
