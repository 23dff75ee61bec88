import { prisma } from '@/lib/db'
import type { DataVersion } from '@/lib/generated/prisma/client'

/** The newest data version; null before the first load. */
export async function getLatestVersion(): Promise<DataVersion | null> {
  return prisma.dataVersion.findFirst({ orderBy: { id: 'desc' } })
}
