import { createHash } from 'node:crypto'

interface Load {
  id: number
  loadedAt: Date
  sourceSha256: string
}

/**
 * Eight hexadecimal digits that tell a data version from one of the same number in another store: version 3 of the
 * demo's store and of one's own are both met at localhost:3000. They stand in every address that is cached for ever.
 * The catalogue has no past, and every version is shown with the newest one. So the newest load of it counts as well:
 * after two factors changed places, the same address would show one under the name of the other.
 */
export function versionStamp(version: Load, catalogue: Load | null): string {
  const loads = catalogue === null ? [version] : [version, catalogue]
  return createHash('sha256').update(loads.map(loadKey).join(' ')).digest('hex').slice(0, 8)
}

function loadKey({ id, loadedAt, sourceSha256 }: Load): string {
  return `${id} ${loadedAt.toISOString()} ${sourceSha256}`
}
