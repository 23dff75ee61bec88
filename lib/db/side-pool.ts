import { Pool } from 'pg'
import { databaseUrl } from './database-url'
import { SESSION_OPTIONS } from './session-options'

/** After this time the database counts as silent. It is long, since a busy machine is late, too. */
const ANSWER_MAX_MS = 5_000

/** Next bundles this module more than once: all copies share the connections. */
const shared: typeof globalThis & { factorWeeklySidePools?: Map<string, { url: string; pool: Pool }> } = globalThis

/**
 * Returns a pool of one connection that waits for no query of a page. A query on it fails when the database does not
 * answer in five seconds.
 * @param purpose each has a connection of its own
 */
export function sidePool(purpose: 'newest version' | 'monitoring'): Pool {
  shared.factorWeeklySidePools ??= new Map()
  const url = databaseUrl()
  const known = shared.factorWeeklySidePools.get(purpose)
  if (known?.url === url) return known.pool
  known?.pool.end()
  const pool = openPool(url)
  shared.factorWeeklySidePools.set(purpose, { url, pool })
  return pool
}

function openPool(url: string): Pool {
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
  return pool
}
