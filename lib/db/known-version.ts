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
  /** As performance.now() and Date.now(). */
  readAt: number
  readOn: number
}

/** What this process knows of the newest data version. */
export interface VersionMemory {
  /** The last answer, as long as no load in this process makes it out of date. */
  known: Answer | null
  /** The last answer, even if it may be out of date. */
  last: Answer | null
  reading: Promise<KnownVersion> | null
}

/** Next bundles this module separately for pages, routes and the proxy: the copies share this object of the process. */
const shared: typeof globalThis & { factorWeeklyLatest?: VersionMemory | undefined } = globalThis

/** Returns what this process knows of the newest data version; a load in this process replaces the object. */
export function versionMemory(): VersionMemory {
  shared.factorWeeklyLatest ??= { known: null, last: null, reading: null }
  return shared.factorWeeklyLatest
}

/** Clears the cache after a load in this process. A version that is being read may be older and is not cached. */
export function forgetLatestVersion(): void {
  shared.factorWeeklyLatest = { known: null, last: shared.factorWeeklyLatest?.last ?? null, reading: null }
}

/**
 * Returns the newest data version that this process knows, without asking the database; null before the first answer,
 * and from a load in this process to the next one.
 */
export function knownVersion(): KnownVersion | null {
  return versionMemory().known?.version ?? null
}
