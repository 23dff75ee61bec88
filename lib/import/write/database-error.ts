import { Prisma } from '@/lib/db/generated/prisma/client'
import { DatabaseFailure } from './load-session'

/** Prisma marks what comes from the database with its version, also where the driver's own error passes through it. */
export function isDatabaseError(error: unknown): error is Error {
  if (error instanceof DatabaseFailure) return true
  return error instanceof Error && 'clientVersion' in error && !(error instanceof Prisma.PrismaClientValidationError)
}
