import { noteAnswer } from './store-health'

/** A data version and its stamp; number 0 while nothing is loaded. */
export interface KnownVersion {
  id: number
  stamp: string
  /** The stamp of the first version, which distinguishes this store from any other. */
  store: string
  /**
   * Changes with each edition, draft and text of a desk, so that pages that show them are made anew; null while there are
   * none.
   */
  editions: string | null
}

interface Answer {
  version: KnownVersion
  /** When the database was asked and when it had answered, as performance.now(). */
  askedAt: number
  readAt: number
  /** The latter as Date.now(). */
  readOn: number
}

/** What this process knows of the newest data version. */
export interface VersionMemory {
  /** The last answer, as long as no load in this process makes it out of date. */
  known: Answer | null
  /** The last answer, even if it may be out of date. */
  last: Answer | null
  reading: Promise<KnownVersion> | null
  /** When the last load in this process ended, as performance.now(); 0 before the first. */
  forgottenAt: number
}

/** Next bundles this module separately for pages, routes and the proxy: the copies share this object of the process. */
const shared: typeof globalThis & { factorWeeklyLatest?: VersionMemory | undefined } = globalThis

/** Returns what this process knows of the newest data version; a load in this process replaces the object. */
export function versionMemory(): VersionMemory {
  shared.factorWeeklyLatest ??= { known: null, last: null, reading: null, forgottenAt: 0 }
  return shared.factorWeeklyLatest
}

/** Clears the cache after a load in this process. A version that is being read may be older and is not cached. */
export function forgetLatestVersion(): void {
  const last = shared.factorWeeklyLatest?.last ?? null
  shared.factorWeeklyLatest = { known: null, last, reading: null, forgottenAt: performance.now() }
}

/** A version, and when the database was asked for it: milliseconds that all processes of this machine count alike. */
export interface VersionSeen {
  version: KnownVersion
  askedAt: number
}

/** What the others' milliseconds are ahead of performance.now(). Neither depends on the clock, which may be set back. */
const AHEAD_MS = Number(process.hrtime.bigint()) / 1_000_000 - performance.now()

/** Returns what this process last read, for another process that answers for it; null when that may be out of date. */
export function versionSeen(): VersionSeen | null {
  const { known } = versionMemory()
  return known && { version: known.version, askedAt: known.askedAt + AHEAD_MS }
}

/**
 * Notes what another process of this machine has read, unless this one has read or loaded something since: an answer that is
 * kept as of a version is then never made from an older one.
 */
export function adoptVersion({ version, askedAt: theirs }: VersionSeen): void {
  const memory = versionMemory()
  const askedAt = theirs - AHEAD_MS
  const isOlder = memory.last !== null && askedAt <= memory.last.askedAt
  if (isOlder || askedAt <= memory.forgottenAt) return
  const readOn = Date.now() - Math.max(0, performance.now() - askedAt)
  memory.known = { version, askedAt, readAt: askedAt, readOn }
  memory.last = memory.known
  noteAnswer()
}

/**
 * Returns the newest data version that this process knows, without asking the database; null before the first answer,
 * and from a load in this process to the next one.
 */
export function knownVersion(): KnownVersion | null {
  return versionMemory().known?.version ?? null
}
