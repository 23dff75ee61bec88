import { getLatestVersion } from '@/lib/queries/get-latest-version'
import { getVersionStamp } from '@/lib/queries/get-version-stamp'
import { versionStamp } from './version-stamp'

/** A new week is seen this long after its load at the latest. */
const FRESH_MS = 250

/** A data version and its stamp; number 0 while nothing is loaded. */
export interface KnownVersion {
  id: number
  stamp: string
}

let known: (KnownVersion & { readAt: number }) | null = null
let reading: Promise<KnownVersion> | null = null

/** The newest data version. Read at most once in FRESH_MS, however many ask. */
export async function latestVersion(): Promise<KnownVersion> {
  if (known && performance.now() - known.readAt < FRESH_MS) return known
  reading ??= readLatest().finally(() => {
    reading = null
  })
  return reading
}

/** The stamp of any version up to the newest. */
export async function stampOf(id: number): Promise<string> {
  const latest = await latestVersion()
  if (id === latest.id) return latest.stamp
  const stamp = await getVersionStamp(id)
  if (stamp === null) throw new RangeError(`there is no data version ${id}`)
  return stamp
}

async function readLatest(): Promise<KnownVersion> {
  const latest = await getLatestVersion()
  const version = latest === null ? { id: 0, stamp: 'none' } : { id: latest.id, stamp: versionStamp(latest) }
  known = { ...version, readAt: performance.now() }
  return version
}
