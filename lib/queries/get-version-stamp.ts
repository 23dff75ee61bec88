import { getDataVersion } from '@/lib/queries/get-data-version'
import { getLatestCatalogueLoad } from '@/lib/queries/get-latest-catalogue-load'
import { versionStamp } from '@/lib/version-stamp'

/** The stamp of a data version, as it is shown now; null when there is none of that number. */
export async function getVersionStamp(id: number): Promise<string | null> {
  const [version, catalogue] = await Promise.all([getDataVersion(id), getLatestCatalogueLoad()])
  return version && versionStamp(version, catalogue)
}
