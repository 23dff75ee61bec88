import { createHash } from 'node:crypto'

interface StampedVersion {
  id: number
  loadedAt: Date
  sourceSha256: string
}

/**
 * Eight hexadecimal digits that tell a data version from one of the same number in another store. They stand in every
 * address that is cached for ever: version 3 of the demo's store and of one's own are both met at localhost:3000.
 */
export function versionStamp({ id, loadedAt, sourceSha256 }: StampedVersion): string {
  return createHash('sha256').update(`${id} ${loadedAt.toISOString()} ${sourceSha256}`).digest('hex').slice(0, 8)
}
