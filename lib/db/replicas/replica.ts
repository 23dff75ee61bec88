import { setTimeout as sleep } from 'node:timers/promises'
import { Pool, type PoolConfig, type QueryConfig, type QueryResult } from 'pg'
import { z } from 'zod'
import { type KnownVersion, knownVersion } from '@/lib/db/known-version'
import { SESSION_OPTIONS } from '@/lib/db/session-options'
import { versionStamp } from '@/lib/db/version-stamp'
import { logInfo, logWarning } from '@/lib/log/log'
import { reportNumbers } from '@/lib/process/reported-numbers'

/** A replica is looked at this often, and more often while it lacks the newest version. */
const LOOK_MS = 250
const CATCH_UP_MS = 50
/** A look that takes longer counts as lost, so that a silent replica is left out within a second. */
const LATE = { ticks: 5, tickMs: 100 }
/** The server may end what it was asked after this time; the connection is then given up. */
const LOOK_MAX_MS = 2_000

/** The replica does not answer: its queries are asked of the primary. */
class ReplicaLost extends Error {
  override name = 'ReplicaLost'
}

const looked = z.tuple([
  z.object({
    newest: z.int(),
    id: z.int().nullable(),
    loadedAt: z.date().nullable(),
    sourceSha256: z.string().nullable(),
  }),
])

/** The newest version of the replica, and what names there the version that this process knows as the newest. */
const LOOK = `
  select newest.id as newest, known.id, known.loaded_at as "loadedAt", known.source_sha256 as "sourceSha256"
  from (select coalesce(max(id), 0) as id from data_version) as newest
       left join data_version as known on known.id = $1`

/**
 * A streaming replica of the database. It is looked at all the time over a connection of its own; queries may be asked of
 * it when it has the newest data version that this process knows, since the rows of a version never change and a replica
 * applies loads and renames in their order.
 */
export class Replica {
  /** Host and port, as logs and metrics name it. */
  readonly target: string
  readonly #queries: Pool
  readonly #looks: Pool
  readonly #onLoss = new Set<() => void>()
  readonly #stopped = new AbortController()
  /** The newest version that it has; null while it does not answer. */
  #newest: number | null = null
  /** The version known here as the newest of which the last look found that the replica has it. */
  #confirmed: KnownVersion | null = null
  /** Since when it has lacked a version that this process knows, as performance.now(). */
  #behindSince: number | null = null
  #busy = 0
  #asked = 0
  #failed = 0

  /** @param config of its connections for queries, such as their number and time limits */
  constructor(url: string, config: PoolConfig) {
    this.target = new URL(url).host
    const common = { connectionString: url, options: SESSION_OPTIONS, allowExitOnIdle: true }
    this.#queries = new Pool({ ...config, ...common })
    this.#looks = new Pool({ ...common, max: 1, connectionTimeoutMillis: LOOK_MAX_MS, query_timeout: LOOK_MAX_MS })
    // Idle connections end with their server; the next look notices it.
    for (const pool of [this.#queries, this.#looks]) pool.on('error', () => undefined)
    reportNumbers('connections', this.target, () => ({
      open: this.#queries.totalCount,
      idle: this.#queries.idleCount,
      waiting: this.#queries.waitingCount,
      queries: this.#asked,
    }))
  }

  /** Looks at the replica from now on until `stop`. */
  watch(): void {
    this.#watch().catch((error) => logWarning(`The replica ${this.target} is no longer watched`, error))
  }

  async stop(): Promise<void> {
    this.#stopped.abort()
    this.#lose()
    await Promise.all([this.#queries.end(), this.#looks.end()])
  }

  /** Returns whether its last look found that it has this version. */
  has({ id, stamp }: KnownVersion): boolean {
    return this.#newest !== null && this.#confirmed?.id === id && this.#confirmed.stamp === stamp
  }

  /** Queries in progress or waiting. */
  get busy(): number {
    return this.#busy
  }

  /** Queries that failed here since the start, and were asked of the primary. */
  get failed(): number {
    return this.#failed
  }

  /** Its newest version and how long it has lacked one that this process knows; null while it does not answer. */
  get state(): { version: number; behindMs: number } | null {
    if (this.#newest === null) return null
    return { version: this.#newest, behindMs: this.#behindSince === null ? 0 : performance.now() - this.#behindSince }
  }

  /** Runs a query. Throws a ReplicaLost as soon as the replica is known not to answer. */
  async query(statement: QueryConfig): Promise<QueryResult> {
    this.#busy += 1
    this.#asked += 1
    let lose: (() => void) | undefined
    const loss = new Promise<never>((_, reject) => {
      lose = () => reject(new ReplicaLost(`The replica ${this.target} does not answer.`))
      this.#onLoss.add(lose)
    })
    const answer = this.#queries.query(statement)
    try {
      return await Promise.race([answer, loss])
    } catch (error) {
      this.#failed += 1
      throw error
    } finally {
      this.#busy -= 1
      if (lose) this.#onLoss.delete(lose)
      // Nobody else waits for the rest of a query that was given up.
      answer.catch(() => undefined)
    }
  }

  async #watch(): Promise<void> {
    while (!this.#stopped.signal.aborted) {
      await this.#look().catch((error) => this.#noteLoss(error))
      const isBehind = this.#newest !== null && this.#behindSince !== null
      await sleep(isBehind ? CATCH_UP_MS : LOOK_MS, undefined, { ref: false })
    }
  }

  async #look(): Promise<void> {
    const known = knownVersion()
    const answer = this.#looks.query(LOOK, [known?.id ?? 0])
    if (await isLate(answer)) this.#noteLoss(new ReplicaLost('no answer in half a second'))
    const [{ newest, id, loadedAt, sourceSha256 }] = looked.parse((await answer).rows)
    if (this.#stopped.signal.aborted) return
    if (this.#newest === null) logInfo(`The replica ${this.target} answers, with data version ${newest}`)
    this.#newest = newest
    const isThere = id !== null && loadedAt !== null && sourceSha256 !== null
    const hasKnown = isThere && versionStamp({ id, loadedAt, sourceSha256 }) === known?.stamp
    this.#confirmed = hasKnown ? known : null
    this.#behindSince = hasKnown || known === null || known.id === 0 ? null : (this.#behindSince ?? performance.now())
  }

  #noteLoss(error: unknown): void {
    if (this.#stopped.signal.aborted) return
    if (this.#newest !== null) logWarning(`The replica ${this.target} does not answer; the primary does instead`, error)
    this.#lose()
  }

  #lose(): void {
    this.#newest = null
    for (const lose of this.#onLoss) lose()
    this.#onLoss.clear()
  }
}

/**
 * Returns whether a task takes longer than it may. Waits in steps: when this process is busy, a single timer would end
 * before the answer that has already come is read.
 */
async function isLate(task: Promise<unknown>): Promise<boolean> {
  const settled = task.then(
    () => false,
    () => false,
  )
  for (let tick = 0; tick < LATE.ticks; tick += 1) {
    const late = await Promise.race([settled, sleep(LATE.tickMs, true, { ref: false })])
    if (!late) return false
  }
  return true
}
