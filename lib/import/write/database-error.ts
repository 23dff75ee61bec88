import { Prisma } from '@/lib/db/generated/prisma/client'
import { DatabaseFailure } from './load-session'

/**
 * Returns whether the database caused the error. Prisma adds `clientVersion` to its errors and to those of the driver.
 */
export function isDatabaseError(error: unknown): error is Error {
  if (error instanceof DatabaseFailure) return true
  return error instanceof Error && 'clientVersion' in error && !(error instanceof Prisma.PrismaClientValidationError)
}
