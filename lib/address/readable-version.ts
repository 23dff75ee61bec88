import type { KnownVersion } from '@/lib/db/known-version'
import { latestVersion } from '@/lib/db/latest-version'

/**
 * Returns the newest data version that the readers of the current scope may see; whatever is newer does not exist for them.
 * Each loaded version is published by itself, so it is the newest of all, with or without drafts.
 */
export function newestReadable(): Promise<KnownVersion> {
  return latestVersion()
}

/** Returns whether the readers of the current scope may see a data version, which its address names. */
export async function isReadable(version: number): Promise<boolean> {
  return version <= (await newestReadable()).id
}
