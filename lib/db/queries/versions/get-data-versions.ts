import type { DataVersion } from '@/lib/db/generated/prisma/client'
import { storeAsOf } from '@/lib/db/store-as-of'
import { refuseLimited } from '@/lib/scope/current-scope'

interface Parameters {
  /** Newest version to return. */
  version: number
}

/** Returns the loads up to a data version, newest first. */
export async function getDataVersions({ version }: Parameters): Promise<DataVersion[]> {
  refuseLimited()
  return storeAsOf(version).dataVersion.findMany({ where: { id: { lte: version } }, orderBy: { id: 'desc' } })
}
