/** The one Prisma client of the process. */
import { PrismaPg } from '@prisma/adapter-pg'
import type { SqlDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import { PrismaClient } from '@/lib/db/generated/prisma/client'
import { databaseUrl } from './database-url'
import { readEnv } from './env'
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

/** Connects at the first query: importing this module needs no database, and `next build` opens no connection. */
const adapter: SqlDriverAdapterFactory = {
  provider: 'postgres',
  adapterName: '@prisma/adapter-pg',
  connect: () => new PrismaPg(openPool(), { disposeExternalPool: true }).connect(),
}

/** Hot reload evaluates this module again in the same process: the client is kept. */
const shared: typeof globalThis & { factorWeeklyPrisma?: PrismaClient } = globalThis

export const prisma = shared.factorWeeklyPrisma ?? new PrismaClient({ adapter })
shared.factorWeeklyPrisma = prisma

function openPool(): StorePool {
  return new StorePool({
    connectionString: databaseUrl(),
    options: SESSION_OPTIONS,
    max: readEnv(process.env).DATABASE_CONNECTIONS,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    idleTimeoutMillis: IDLE_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    lock_timeout: LOCK_TIMEOUT_MS,
  })
}
