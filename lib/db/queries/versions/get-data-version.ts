import { prisma } from '@/lib/db/client'
import type { DataVersion } from '@/lib/db/generated/prisma/client'

export type { DataVersion }

/** Returns the load that created a data version; null when the version does not exist. */
export async function getDataVersion(id: number): Promise<DataVersion | null> {
  return prisma.dataVersion.findUnique({ where: { id } })
}
