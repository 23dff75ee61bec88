import { createHash } from 'node:crypto'

interface Load {
  id: number
  loadedAt: Date
  sourceSha256: string
}

/**
 * Eight hexadecimal digits that tell a data version from one of the same number in another store: version 3 of the
 * demo's store and of one's own are both met at localhost:3000. They stand in every address that is cached for ever.
 */
export function versionStamp({ id, loadedAt, sourceSha256 }: Load): string {
  const load = `${id} ${loadedAt.toISOString()} ${sourceSha256}`
  return createHash('sha256').update(load).digest('hex').slice(0, 8)
}
