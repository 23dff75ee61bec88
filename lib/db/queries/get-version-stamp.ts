import { versionStamp } from '@/lib/db/version-stamp'
import { getDataVersion } from './get-data-version'

/** The stamp of a data version; null when there is none of that number. */
export async function getVersionStamp(id: number): Promise<string | null> {
  const version = await getDataVersion(id)
  return version && versionStamp(version)
}
