import { storeAsOf } from '@/lib/db/store-as-of'
import { refuseLimited } from '@/lib/scope/current-scope'
import { type KnownLoad, loadsInScope } from './loads-in-scope'

interface Parameters {
  /** Newest version to return. */
  version: number
}

/** Returns the loads up to a data version, newest first, with what the current scope may know of them. */
export async function getDataVersions({ version }: Parameters): Promise<KnownLoad[]> {
  refuseLimited()
  const loads = await storeAsOf(version).dataVersion.findMany({
    where: { id: { lte: version } },
    orderBy: { id: 'desc' },
  })
  return loadsInScope(loads, version)
}
