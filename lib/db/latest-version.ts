import { getLatestVersion } from '@/lib/db/queries/get-latest-version'
import { getVersionStamp } from '@/lib/db/queries/get-version-stamp'
import { versionStamp } from './version-stamp'

/** Longest delay until a load by another process becomes visible. */
const FRESH_MS = 250

/** A data version and its stamp; number 0 while nothing is loaded. */
export interface KnownVersion {
  id: number
  stamp: string
}

interface Memory {
  known: (KnownVersion & { readAt: number }) | null
  reading: Promise<KnownVersion> | null
}

/** Next bundles this module separately for pages, routes and the proxy: the copies share this object of the process. */
const shared: typeof globalThis & { factorWeeklyLatest?: Memory | undefined } = globalThis

/** Returns the newest data version. Reads it at most once in FRESH_MS, for any number of calls. */
export async function latestVersion(): Promise<KnownVersion> {
  shared.factorWeeklyLatest ??= { known: null, reading: null }
  const memory = shared.factorWeeklyLatest
  if (memory.known && performance.now() - memory.known.readAt < FRESH_MS) return memory.known
  memory.reading ??= readLatest(memory).finally(() => {
    memory.reading = null
  })
  return memory.reading
}

/** Clears the cache after a load in this process. A version that is being read may be older and is not cached. */
export function forgetLatestVersion(): void {
  shared.factorWeeklyLatest = undefined
}

/** Returns the stamp of any version up to the newest. */
export async function stampOf(id: number): Promise<string> {
  const stamp = await findStamp(id)
  if (stamp === null) throw new RangeError(`there is no data version ${id}`)
  return stamp
}

/** Returns the stamp of a version; null for a number that no load has yet. */
export async function findStamp(id: number): Promise<string | null> {
  const latest = await latestVersion()
  return id === latest.id ? latest.stamp : getVersionStamp(id)
}

async function readLatest(memory: Memory): Promise<KnownVersion> {
  const latest = await getLatestVersion()
  const version = latest === null ? { id: 0, stamp: 'none' } : { id: latest.id, stamp: versionStamp(latest) }
  memory.known = { ...version, readAt: performance.now() }
  return version
}
