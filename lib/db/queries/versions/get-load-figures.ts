import { z } from 'zod'
import { sidePool } from '@/lib/db/side-pool'

const kinds = z.array(z.object({ kind: z.string(), loads: z.int() }))
const newest = z.array(
  z.object({
    version: z.int(),
    loadedAt: z.date(),
    new: z.int(),
    restated: z.int(),
    unchanged: z.int(),
    withdrawn: z.int(),
  }),
)

export interface LoadFigures {
  /** Number of loads by kind. */
  loads: { kind: string; loads: number }[]
  /** The newest load with its rows by what it did to them; null before the first. */
  newest: z.infer<typeof newest>[number] | null
}

/** Returns how many loads there are and what the newest did, for monitoring, over a connection of its own. */
export async function getLoadFigures(): Promise<LoadFigures> {
  const pool = sidePool('monitoring')
  const counted = await pool.query(`
    select kind::text as kind, count(*)::int as loads
    from data_version
    group by kind
    order by kind`)
  const last = await pool.query(`
    select id            as version,
           loaded_at     as "loadedAt",
           rows_new      as new,
           rows_restated as restated,
           rows_unchanged as unchanged,
           rows_withdrawn as withdrawn
    from data_version
    order by id desc
    limit 1`)
  return { loads: kinds.parse(counted.rows), newest: newest.parse(last.rows)[0] ?? null }
}
