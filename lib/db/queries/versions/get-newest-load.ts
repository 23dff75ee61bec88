import { z } from 'zod'
import { sidePool } from '@/lib/db/side-pool'

const load = z.object({ id: z.int(), loadedAt: z.date(), sourceSha256: z.string() })
type Load = z.output<typeof load>

/**
 * Returns what names the newest data version; null before the first load. It has a connection of its own, so that it
 * waits for no other query, and throws when the database does not answer in five seconds.
 */
export async function getNewestLoad(): Promise<Load | null> {
  const { rows } = await sidePool('newest version').query(`
    select id, loaded_at as "loadedAt", source_sha256 as "sourceSha256"
    from data_version
    order by id desc
    limit 1`)
  return z.array(load).parse(rows)[0] ?? null
}
