import { Pool } from 'pg'
import { z } from 'zod'
import { databaseUrl } from '@/lib/db/database-url'
import { SESSION_OPTIONS } from '@/lib/db/session-options'

/** After this time the database counts as silent. It is long, since a busy machine is late, too. */
const ANSWER_MAX_MS = 5_000

const load = z.object({ id: z.int(), loadedAt: z.date(), sourceSha256: z.string() })
type Load = z.output<typeof load>

/** Next bundles this module more than once: all copies share the connection. */
const shared: typeof globalThis & { factorWeeklyLookUp?: { url: string; pool: Pool } } = globalThis

/**
 * Returns what names the newest data version; null before the first load. It has a connection of its own, so that it
 * waits for no other query, and throws when the database does not answer in five seconds.
 */
export async function getNewestLoad(): Promise<Load | null> {
  const { rows } = await lookUpPool().query(`
    select id, loaded_at as "loadedAt", source_sha256 as "sourceSha256"
    from data_version
    order by id desc
    limit 1`)
  return z.array(load).parse(rows)[0] ?? null
}

function lookUpPool(): Pool {
  const url = databaseUrl()
  const known = shared.factorWeeklyLookUp
  if (known?.url === url) return known.pool
  known?.pool.end()
  const pool = new Pool({
    connectionString: url,
    options: SESSION_OPTIONS,
    max: 1,
    allowExitOnIdle: true,
    connectionTimeoutMillis: ANSWER_MAX_MS,
    query_timeout: ANSWER_MAX_MS,
    statement_timeout: ANSWER_MAX_MS,
    lock_timeout: ANSWER_MAX_MS / 5,
  })
  // The next query opens a new connection.
  pool.on('error', () => undefined)
  shared.factorWeeklyLookUp = { url, pool }
  return pool
}
