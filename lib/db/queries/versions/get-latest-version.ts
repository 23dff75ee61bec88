import { prisma } from '@/lib/db/client'
import type { DataVersion } from '@/lib/db/generated/prisma/client'

/** Returns the newest data version; null before the first load. */
export async function getLatestVersion(): Promise<DataVersion | null> {
  return prisma.dataVersion.findFirst({ orderBy: { id: 'desc' } })
}
