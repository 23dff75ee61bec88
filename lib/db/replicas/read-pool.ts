import { Pool, type PoolClient, type QueryConfig, type QueryResult } from 'pg'
import { knownVersion } from '@/lib/db/known-version'
import { noteFailure } from '@/lib/db/store-health'
import { codeOf, type StorePool } from '@/lib/db/store-pool'
import { replicaWith } from './replicas'

/** The server ended a query that took too long: the primary would not be faster. */
const TOO_LONG = '57014'

/**
 * Asks each query of a replica that has the newest data version which this process knows, and of the primary when there
 * is none or the replica fails. It has no connections of its own.
 */
export class ReadPool extends Pool {
  readonly #primary: () => StorePool

  constructor(primary: () => StorePool) {
    super()
    this.#primary = primary
    this.query = ((statement: QueryConfig) => this.#ask(statement)) as Pool['query']
  }

  override connect(): Promise<PoolClient> {
    return this.#primary().connect()
  }

  async #ask(statement: QueryConfig): Promise<QueryResult> {
    const version = knownVersion()
    const replica = version === null ? null : replicaWith(version)
    if (replica === null) return this.#primary().query(statement)
    try {
      return await replica.query(statement)
    } catch (error) {
      if (codeOf(error) !== TOO_LONG) return this.#primary().query(statement)
      noteFailure()
      throw error
    }
  }
}
