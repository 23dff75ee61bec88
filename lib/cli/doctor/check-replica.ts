/** The check of `npm run doctor` of a replica of DATABASE_READ_URLS. */
import { z } from 'zod'
import type { Query } from '@/lib/db/query'
import { versionStamp } from '@/lib/db/version-stamp'
import { withStore } from './check-store'
import { type Finding, fine, warning } from './finding'

const loads = z.array(z.object({ id: z.int(), loadedAt: z.date(), sourceSha256: z.string() }))

const LOADS = `
  select id, loaded_at as "loadedAt", source_sha256 as "sourceSha256"
  from data_version
  order by id desc
  limit 1`

const LOAD = `select id, loaded_at as "loadedAt", source_sha256 as "sourceSha256" from data_version where id = $1`

/**
 * Checks that a replica answers and has the newest data version of the primary. None of its faults keeps the product
 * from working: the primary answers instead.
 * @param primary asks the primary
 */
export async function checkReplica(url: string, primary: Query): Promise<Finding> {
  const { host } = new URL(url)
  const found = await withStore(url, async (query) => loads.parse(await query(LOADS, []))).catch(
    (error: Error) => error,
  )
  if (found instanceof Error) {
    return warning(`${host} cannot be read (${found.message}): start it, or correct DATABASE_READ_URLS.`)
  }
  const [newest] = loads.parse(await primary(LOADS, []))
  const [replicated] = found
  if (newest === undefined) return fine(`${host} answers; no data have been loaded.`)
  if (replicated === undefined)
    return warning(`${host} has no data: it does not replicate the database of DATABASE_URL.`)
  const [same] = loads.parse(await primary(LOAD, [replicated.id]))
  if (same === undefined || versionStamp(same) !== versionStamp(replicated)) {
    return warning(`${host} has another store: name a replica of the database of DATABASE_URL in DATABASE_READ_URLS.`)
  }
  if (replicated.id === newest.id) return fine(`${host} has data version ${replicated.id}, the newest.`)
  return warning(
    `${host} has data version ${replicated.id}, and the newest is ${newest.id}: the primary answers until it has followed.`,
  )
}
