import { z } from 'zod'
import { sidePool } from '@/lib/db/side-pool'

const load = z.object({ id: z.int(), loadedAt: z.date(), sourceSha256: z.string() })
const loads = z.array(load.extend({ editions: z.string().nullable() })).max(2)

/** What names the newest data version, the first one, which names the store, and the state of the editions. */
export type NewestLoad = z.output<typeof load> & {
  first: z.output<typeof load>
  /**
   * The newest edition's hash, shortened, how often drafts changed, and the number of the newest text; null while there is none
   * of them.
   */
  editions: string | null
}

/**
 * Returns what names the newest data version; null before the first load. It has a connection of its own, so that it
 * waits for no other query, and throws when the database does not answer in five seconds.
 */
export async function getNewestLoad(): Promise<NewestLoad | null> {
  const { rows } = await sidePool('newest version').query(`
    select id, loaded_at as "loadedAt", source_sha256 as "sourceSha256",
           nullif(concat_ws('-', (select left(hash, 8) from edition order by edition.id desc limit 1),
                            (select sum(revision) from week_draft), (select 't' || max(id) from week_text)), '') as editions
    from data_version
    where id in ((select min(id) from data_version), (select max(id) from data_version))
    order by id desc`)
  const [newest, first = newest] = loads.parse(rows)
  return newest === undefined || first === undefined ? null : { ...newest, first }
}
