import { prisma } from '@/lib/db/client'
import type { DataVersion } from '@/lib/db/generated/prisma/client'

interface Parameters {
  /** Newest version to return. */
  version: number
}

/** Returns the loads up to a data version, newest first. */
export async function getDataVersions({ version }: Parameters): Promise<DataVersion[]> {
  return prisma.dataVersion.findMany({ where: { id: { lte: version } }, orderBy: { id: 'desc' } })
}
