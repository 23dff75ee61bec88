import { prisma } from '@/lib/db'
import type { DataVersion } from '@/lib/generated/prisma/client'

/** The newest load that changed the catalogue, which every version is shown with; null before the first. */
export async function getLatestCatalogueLoad(): Promise<DataVersion | null> {
  return prisma.dataVersion.findFirst({ where: { kind: 'catalogue' }, orderBy: { id: 'desc' } })
}
