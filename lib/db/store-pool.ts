import { setTimeout as sleep } from 'node:timers/promises'
import { Pool, type PoolClient, type PoolConfig } from 'pg'
import { reportNumbers } from '@/lib/process/reported-numbers'
import { isStoreSilent, noteFailure, unlessSilent } from './store-health'

/** Signals that the database has no answer or no connection at the moment. */
export class StoreUnavailable extends Error {
  override name = 'StoreUnavailable'
}

type ConnectCallback = (
  error: Error | undefined,
  client: PoolClient | undefined,
  done: (release?: Error | boolean) => void,
) => void

/** Queries that may wait for a connection. */
const WAITING_MAX = 200
const RETRY_MS = 100
/** A query outside a transaction fails after this time even if the server does not end it, since it is lost. */
const READ_MAX_MS = 40_000
/** After the server had no room for another connection, this long no more are opened. */
const FEWER_MS = 10_000

/** The server has no room for another connection; it starts, stops or recovers. */
const NO_ROOM = '53300'
const PASSING = [NO_ROOM, '57P03', '57P01', '57P02']
/** Classes and codes of errors that concern the database and not the query. */
const OF_STORE = /^(08|53|57P|57014|55P03|ECONN|EPIPE|ETIMEDOUT|EHOST)/

/**
 * The pool of connections of this process to the primary. A query waits for its connection in a bounded queue, also when the server
 * has fewer to give than the pool may have, or restarts; it fails at once when the database is known to be silent.
 */
export class StorePool extends Pool {
  readonly #waitMaxMs: number
  readonly #max: number
  #asked = 0

  constructor(config: PoolConfig & { max: number; connectionTimeoutMillis: number }) {
    super(config)
    this.#max = config.max
    this.#waitMaxMs = config.connectionTimeoutMillis
    // Idle connections end with their server; the pool opens new ones.
    this.on('error', noteFailure)
    reportNumbers('connections', 'queries', () => ({
      open: this.totalCount,
      idle: this.idleCount,
      waiting: this.waitingCount,
      queries: this.#asked,
    }))
    const query = this.query.bind(this)
    this.query = ((given: object, ...rest: unknown[]) => {
      this.#asked += 1
      return this.#guard(Reflect.apply(query, undefined, [{ ...given, query_timeout: READ_MAX_MS }, ...rest]))
    }) as Pool['query']
  }

  override connect(): Promise<PoolClient>
  override connect(callback: ConnectCallback): void
  override connect(callback?: ConnectCallback): Promise<PoolClient> | undefined {
    const taken = this.#take()
    if (!callback) return this.#orRelease(taken)
    taken.then(
      (client) => callback(undefined, client, (release) => client.release(release)),
      (error: Error) => callback(error, undefined, () => undefined),
    )
    return undefined
  }

  /** Returns the client, or gives it back to the pool when it comes after the wait was given up. */
  async #orRelease(taken: Promise<PoolClient>): Promise<PoolClient> {
    try {
      return await this.#guard(taken)
    } catch (error) {
      taken.then(
        (client) => client.release(),
        () => undefined,
      )
      throw error
    }
  }

  /** Notes errors of the database, and gives up when it becomes silent. */
  async #guard<Result>(task: Promise<Result>): Promise<Result> {
    try {
      return await unlessSilent(task, silent)
    } catch (error) {
      if (isOfStore(error)) noteFailure()
      throw error
    }
  }

  async #take(): Promise<PoolClient> {
    if (isStoreSilent()) throw silent()
    if (this.waitingCount >= WAITING_MAX) throw new StoreUnavailable('Too many queries wait for a connection.')
    const deadline = performance.now() + this.#waitMaxMs
    for (;;) {
      try {
        return await super.connect()
      } catch (error) {
        const code = codeOf(error)
        if (code === NO_ROOM) this.#openFewer()
        if (!PASSING.includes(code) || performance.now() > deadline) throw error
        await sleep(RETRY_MS)
      }
    }
  }

  /** Lets queries wait for the connections that there are, and tries more later. */
  #openFewer(): void {
    this.options.max = Math.max(1, this.totalCount)
    setTimeout(() => {
      this.options.max = this.#max
    }, FEWER_MS).unref()
  }
}

function silent(): StoreUnavailable {
  return new StoreUnavailable('The database does not answer.')
}

function isOfStore(error: unknown): boolean {
  if (error instanceof StoreUnavailable) return true
  return error instanceof Error && (OF_STORE.test(codeOf(error)) || /timeout|terminated/i.test(error.message))
}

/** Returns the code of an error of the server or the network; an empty text without one. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
