import { createHash } from 'node:crypto'

interface Load {
  id: number
  loadedAt: Date
  sourceSha256: string
}

/**
 * Returns eight hexadecimal digits that distinguish a data version from one with the same number in another store, such
 * as version 3 of the demo and of a user's own store at localhost:3000. Every address that is cached for ever has them.
 */
export function versionStamp({ id, loadedAt, sourceSha256 }: Load): string {
  const load = `${id} ${loadedAt.toISOString()} ${sourceSha256}`
  return createHash('sha256').update(load).digest('hex').slice(0, 8)
}
