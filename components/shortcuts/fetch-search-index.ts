import { isSearchIndex, type SearchIndex } from '@/lib/search/search-index'

/**
 * Fetches the search index.
 * @throws Error when the index cannot be loaded
 */
export async function fetchSearchIndex(address: string): Promise<SearchIndex> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${address} answered ${response.status}`)
  const index: unknown = await response.json()
  if (!isSearchIndex(index)) throw new TypeError(`${address} holds no index`)
  return index
}
