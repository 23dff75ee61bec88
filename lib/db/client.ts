/** The one Prisma client of the process. */
import { PrismaPg } from '@prisma/adapter-pg'
import type { SqlDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import { Prisma, PrismaClient } from '@/lib/db/generated/prisma/client'
import { readEnv } from './env'
import { SESSION_OPTIONS } from './session-options'

/** A page runs a few queries at once; two instances and a load fit into PostgreSQL's default of 100 connections. */
const CONNECTIONS_MAX = 10
/** Wait for a new or a free connection. It is long, so that a busy machine answers late instead of failing. */
const CONNECT_TIMEOUT_MS = 15_000
const IDLE_TIMEOUT_MS = 30_000
/** Time limit of a query. */
const STATEMENT_TIMEOUT_MS = 30_000

export const NO_DATABASE =
  'DATABASE_URL is not set. Start with `npm start`, which runs a database, or set it to a PostgreSQL server.'

/** Connects at the first query: importing this module needs no database, and `next build` opens no connection. */
const adapter: SqlDriverAdapterFactory = {
  provider: 'postgres',
  adapterName: '@prisma/adapter-pg',
  connect: () => new PrismaPg(poolConfig()).connect(),
}

/** Hot reload evaluates this module again in the same process: the client is kept. */
const shared: typeof globalThis & { factorWeeklyPrisma?: PrismaClient } = globalThis

export const prisma = shared.factorWeeklyPrisma ?? new PrismaClient({ adapter })
shared.factorWeeklyPrisma = prisma

function poolConfig() {
  const { DATABASE_URL } = readEnv(process.env)
  if (DATABASE_URL === undefined) {
    throw new Prisma.PrismaClientInitializationError(NO_DATABASE, Prisma.prismaVersion.client)
  }
  return {
    connectionString: DATABASE_URL,
    options: SESSION_OPTIONS,
    max: CONNECTIONS_MAX,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    idleTimeoutMillis: IDLE_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
  }
}
