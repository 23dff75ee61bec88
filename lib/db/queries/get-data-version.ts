import { prisma } from '@/lib/db/client'
import type { DataVersion } from '@/lib/db/generated/prisma/client'

export type { DataVersion }

/** The load that made a data version; null when there is none of that number. */
export async function getDataVersion(id: number): Promise<DataVersion | null> {
  return prisma.dataVersion.findUnique({ where: { id } })
}
