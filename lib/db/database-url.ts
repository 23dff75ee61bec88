import { Prisma } from '@/lib/db/generated/prisma/client'
import { readEnv } from './env'

const NO_DATABASE =
  'DATABASE_URL is not set. Start with `npm start`, which runs a database, or set it to a PostgreSQL server.'

/** Returns the address of the database. Throws when there is none. */
export function databaseUrl(): string {
  const { DATABASE_URL } = readEnv(process.env)
  if (DATABASE_URL === undefined) {
    throw new Prisma.PrismaClientInitializationError(NO_DATABASE, Prisma.prismaVersion.client)
  }
  return DATABASE_URL
}
