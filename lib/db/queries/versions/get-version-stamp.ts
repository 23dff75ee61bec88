import { versionStamp } from '@/lib/db/version-stamp'
import { getDataVersion } from './get-data-version'

/** Returns the stamp of a data version; null when the version does not exist. */
export async function getVersionStamp(id: number): Promise<string | null> {
  const version = await getDataVersion(id)
  return version && versionStamp(version)
}
