import type { Prisma } from '@/lib/db/generated/prisma/client'
import type { Grants } from '../reader-types'

/** Replaces what a client may see. */
export async function writeGrants(
  transaction: Prisma.TransactionClient,
  userId: string,
  { markets, series }: Grants,
): Promise<void> {
  await transaction.accessGrant.deleteMany({ where: { userId } })
  const rows = [
    ...markets.map((code) => ({ userId, kind: 'market' as const, code })),
    ...series.map((code) => ({ userId, kind: 'series' as const, code })),
  ]
  await transaction.accessGrant.createMany({ data: rows })
}
