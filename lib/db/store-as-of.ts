import { prisma, replicatedPrisma } from './client'
import type { PrismaClient } from './generated/prisma/client'
import { knownVersion } from './known-version'
import { replicaWith } from './replicas/replicas'

/**
 * Returns the client for a query that reads nothing newer than a data version. A replica may answer it when it has the
 * newest version that this process knows; the primary answers for a version that is newer still. Everything else, such
 * as a load or the look-up of the newest version, uses `prisma`.
 */
export function storeAsOf(version: number): PrismaClient {
  const known = knownVersion()
  return known !== null && version <= known.id && replicaWith(known) !== null ? replicatedPrisma() : prisma
}
