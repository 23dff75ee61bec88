import { setTimeout as sleep } from 'node:timers/promises'
import { LRUCache } from 'lru-cache'
import { getNewestLoad } from '@/lib/db/queries/versions/get-newest-load'
import { getVersionStamp } from '@/lib/db/queries/versions/get-version-stamp'
import { noteAnswer, noteNoAnswer, staleSince } from './store-health'
import { versionStamp } from './version-stamp'

/** Longest delay until a load by another process becomes visible. */
const FRESH_MS = 250
/** When the database takes longer to return the newest version, readers see the one that was newest before. */
const PATIENCE_MS = 500
/** While the database does not answer, it is asked again after this time. */
const RETRY_MS = 1_000

/** A data version and its stamp; number 0 while nothing is loaded. */
export interface KnownVersion {
  id: number
  stamp: string
}

interface Answer {
  version: KnownVersion
  /** As performance.now() and Date.now(). */
  readAt: number
  readOn: number
}

interface Memory {
  /** The last answer, as long as no load in this process makes it out of date. */
  known: Answer | null
  /** The last answer, even if it may be out of date. */
  last: Answer | null
  reading: Promise<KnownVersion> | null
}

/** Next bundles this module separately for pages, routes and the proxy: the copies share this object of the process. */
const shared: typeof globalThis & { factorWeeklyLatest?: Memory | undefined } = globalThis

/**
 * Returns the newest data version. Reads it at most once in FRESH_MS, for any number of calls. When the database does not
 * answer, it is the last one that was read (`staleSince` of store-health.ts then says since when); throws when there is
 * none.
 */
export async function latestVersion(): Promise<KnownVersion> {
  shared.factorWeeklyLatest ??= { known: null, last: null, reading: null }
  const memory = shared.factorWeeklyLatest
  const { known, last } = memory
  if (known && performance.now() - known.readAt < FRESH_MS) return known.version
  const reading = readOnce(memory)
  if (last === null) return reading
  const answer = reading.catch(() => last.version)
  if (staleSince() !== null) return last.version
  return known === null ? answer : Promise.race([answer, sleep(PATIENCE_MS, known.version, { ref: false })])
}

/** Clears the cache after a load in this process. A version that is being read may be older and is not cached. */
export function forgetLatestVersion(): void {
  const last = shared.factorWeeklyLatest?.last ?? null
  shared.factorWeeklyLatest = { known: null, last, reading: null }
}

/** Stamps never change. The key names the newest version too, since another store may take the place of this one. */
const stamps = new LRUCache<string, string>({ max: 1_000 })

/** Returns the stamp of any version up to the newest. */
export async function stampOf(id: number): Promise<string> {
  const stamp = await findStamp(id)
  if (stamp === null) throw new RangeError(`there is no data version ${id}`)
  return stamp
}

/** Returns the stamp of a version; null for a number that no load has yet. */
export async function findStamp(id: number): Promise<string | null> {
  const latest = await latestVersion()
  if (id === latest.id) return latest.stamp
  const key = `${latest.id}.${latest.stamp} ${id}`
  const stamp = stamps.get(key) ?? (await getVersionStamp(id))
  if (stamp !== null) stamps.set(key, stamp)
  return stamp
}

function readOnce(memory: Memory): Promise<KnownVersion> {
  memory.reading ??= readLatest(memory).finally(() => {
    memory.reading = null
  })
  return memory.reading
}

async function readLatest(memory: Memory): Promise<KnownVersion> {
  try {
    const load = await getNewestLoad()
    const version = load === null ? { id: 0, stamp: 'none' } : { id: load.id, stamp: versionStamp(load) }
    memory.known = { version, readAt: performance.now(), readOn: Date.now() }
    memory.last = memory.known
    noteAnswer()
    return version
  } catch (error) {
    noteNoAnswer(memory.last?.readOn ?? Date.now(), isSilence(error))
    setTimeout(() => readAgain(memory), RETRY_MS).unref()
    throw error
  }
}

/** Finds out whether the database answers again, unless another reading has begun. */
function readAgain(memory: Memory): void {
  if (shared.factorWeeklyLatest === memory) readOnce(memory).catch(() => undefined)
}

/** Returns whether there was no answer at all; an error of the server is one. */
function isSilence(error: unknown): boolean {
  return error instanceof Error && !('severity' in error) && /timeout|terminated|ECONN|EHOST/i.test(error.message)
}
