import { LRUCache } from 'lru-cache'
import type { KnownVersion } from '@/lib/db/known-version'
import { getEditionRows } from './get-edition-rows'

/**
 * Returns the data version of the newest edition that stands, of any market; number 0 when there is none.
 * @param newest the newest data version: its state of the editions is the key by which the answer is kept
 */
export async function newestPublishedVersion(newest: KnownVersion): Promise<KnownVersion> {
  const { store, editions } = newest
  if (editions === null) return { ...newest, id: 0, stamp: 'none' }
  const key = `${store} ${editions}`
  const known = kept.get(key) ?? (await readNewest())
  kept.set(key, known)
  // Texts that were saved since are not for those who see no drafts, and neither is their number.
  return { ...newest, ...known, editions: editions.replace(/-?t\d+$/, '') || null }
}

const kept = new LRUCache<string, Pick<KnownVersion, 'id' | 'stamp'>>({ max: 16 })

async function readNewest(): Promise<Pick<KnownVersion, 'id' | 'stamp'>> {
  const seen = new Set<string>()
  const standing = (await getEditionRows({})).filter(({ market, asOf, state }) => {
    const week = `${market} ${asOf}`
    const isNewest = !seen.has(week)
    seen.add(week)
    return isNewest && state !== 'withdrawn'
  })
  const [first] = standing.toSorted((one, other) => other.version - one.version)
  return first ? { id: first.version, stamp: first.stamp } : { id: 0, stamp: 'none' }
}
