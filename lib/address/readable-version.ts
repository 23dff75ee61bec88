import type { KnownVersion } from '@/lib/db/known-version'
import { latestVersion } from '@/lib/db/latest-version'
import { publishesItself } from '@/lib/editions/get-editions'
import { newestPublishedVersion } from '@/lib/editions/newest-published'
import { currentScope } from '@/lib/scope/current-scope'

/**
 * Returns the newest data version that the readers of the current scope may see; whatever is newer does not exist for them.
 * By a share link it is the only one of the link. For the desk, and where weeks are published by themselves, it is the newest of all; for others that of the newest edition,
 * and number 0 while nothing is published.
 */
export async function newestReadable(): Promise<KnownVersion> {
  const newest = await latestVersion()
  const { share } = currentScope()
  if (share !== undefined) return { ...newest, id: share.version, stamp: share.stamp }
  return currentScope().drafts || publishesItself() ? newest : newestPublishedVersion(newest)
}

/** Returns whether the readers of the current scope may see a data version, which its address names. */
export async function isReadable(version: number): Promise<boolean> {
  const { share } = currentScope()
  if (share !== undefined) return version === share.version
  return version <= (await newestReadable()).id
}
