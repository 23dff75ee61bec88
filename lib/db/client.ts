/** The Prisma clients of the process: one on the primary, and one for what replicas may answer. */
import { PrismaPg } from '@prisma/adapter-pg'
import type { SqlDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import type { Pool } from 'pg'
import { PrismaClient } from '@/lib/db/generated/prisma/client'
import { databaseUrl } from './database-url'
import { readEnv } from './env'
import { ReadPool } from './replicas/read-pool'
import { SESSION_OPTIONS } from './session-options'
import { StorePool } from './store-pool'

/** Wait for a new or a free connection. It is long, so that a busy machine answers late instead of failing. */
const CONNECT_TIMEOUT_MS = 10_000
const IDLE_TIMEOUT_MS = 30_000
/** Time limit of a query. */
const STATEMENT_TIMEOUT_MS = 30_000
/**
 * Wait for a table that somebody has locked; a load removes it. Only migrations lock one against readers. It is short,
 * since meanwhile the connection serves nobody else.
 */
const LOCK_TIMEOUT_MS = 500

export const NO_DATABASE =
  'DATABASE_URL is not set. Start with `npm start`, which runs a database, or set it to a PostgreSQL server.'

/** Hot reload evaluates this module again in the same process: clients and connections are kept. */
const shared: typeof globalThis & {
  factorWeeklyPrisma?: PrismaClient
  factorWeeklyReplicated?: PrismaClient
  factorWeeklyPrimary?: StorePool
} = globalThis

export const prisma = shared.factorWeeklyPrisma ?? clientOn(primaryPool)
shared.factorWeeklyPrisma = prisma

/** Returns the client whose queries replicas may answer: use `storeAsOf` instead, which says when that is so. */
export function replicatedPrisma(): PrismaClient {
  shared.factorWeeklyReplicated ??= clientOn(() => new ReadPool(primaryPool))
  return shared.factorWeeklyReplicated
}

/** Connects at the first query: importing this module needs no database, and `next build` opens no connection. */
function clientOn(open: () => Pool): PrismaClient {
  const adapter: SqlDriverAdapterFactory = {
    provider: 'postgres',
    adapterName: '@prisma/adapter-pg',
    connect: () => new PrismaPg(open(), { disposeExternalPool: true }).connect(),
  }
  return new PrismaClient({ adapter })
}

/** Returns the connections to the primary, which both clients share; `prisma.$disconnect()` ends them. */
function primaryPool(): StorePool {
  const known = shared.factorWeeklyPrimary
  if (known !== undefined && !known.ending) return known
  const pool = new StorePool({ connectionString: databaseUrl(), options: SESSION_OPTIONS, ...poolLimits() })
  shared.factorWeeklyPrimary = pool
  return pool
}

/** Returns how many connections a pool for queries has, and its time limits. */
export function poolLimits() {
  return {
    max: readEnv(process.env).DATABASE_CONNECTIONS,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    idleTimeoutMillis: IDLE_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    lock_timeout: LOCK_TIMEOUT_MS,
  }
}
