import type { DataVersion } from '@/lib/db/generated/prisma/client'
import { storeAsOf } from '@/lib/db/store-as-of'

export type { DataVersion }

/** Returns the load that created a data version; null when the version does not exist. */
export async function getDataVersion(id: number): Promise<DataVersion | null> {
  return storeAsOf(id).dataVersion.findUnique({ where: { id } })
}
