import { setTimeout as sleep } from 'node:timers/promises'
import { LRUCache } from 'lru-cache'
import { getNewestLoad, type NewestLoad } from '@/lib/db/queries/versions/get-newest-load'
import { getVersionStamp } from '@/lib/db/queries/versions/get-version-stamp'
import { type KnownVersion, type VersionMemory, versionMemory } from './known-version'
import { noteAnswer, noteNoAnswer, staleSince } from './store-health'
import { versionStamp } from './version-stamp'

/** Before the first load. */
const NOTHING: KnownVersion = { id: 0, stamp: 'none', store: 'none', editions: null }
/** Longest delay until a load by another process becomes visible. */
const FRESH_MS = 100
/** When the database takes longer to return the newest version, readers see the one that was newest before. */
const PATIENCE_MS = 500
/** While the database does not answer, it is asked again after this time. */
const RETRY_MS = 1_000

/**
 * Returns the newest data version. Reads it at most once in FRESH_MS, for any number of calls. When the database does not
 * answer, it is the last one that was read (`staleSince` of store-health.ts then says since when); throws when there is
 * none.
 */
export async function latestVersion(): Promise<KnownVersion> {
  const memory = versionMemory()
  const { known, last } = memory
  if (known && performance.now() - known.readAt < FRESH_MS) return known.version
  const reading = readOnce(memory)
  if (last === null) return reading
  const answer = reading.catch(() => last.version)
  if (staleSince() !== null) return last.version
  return known === null ? answer : Promise.race([answer, sleep(PATIENCE_MS, known.version, { ref: false })])
}

/** Returns the newest data version as the database tells it now, even if this process has just read it. */
export async function readLatestAnew(): Promise<KnownVersion> {
  // What is being read may have been asked before the version that somebody waits for was there.
  await versionMemory().reading?.catch(() => undefined)
  return readOnce(versionMemory())
}

/** Stamps never change. The key names the newest version too, since another store may take the place of this one. */
const stamps = new LRUCache<string, string>({ max: 1_000 })

/** Returns the stamp of any version up to the newest. */
export async function stampOf(id: number): Promise<string> {
  const stamp = await findStamp(id)
  if (stamp === null) throw new RangeError(`there is no data version ${id}`)
  return stamp
}

/** Returns the stamp of a version; null for a number that no load has yet. Number 0 is what was before the first load. */
export async function findStamp(id: number): Promise<string | null> {
  if (id === NOTHING.id) return NOTHING.stamp
  const latest = await latestVersion()
  if (id === latest.id) return latest.stamp
  const key = `${latest.id}.${latest.stamp} ${id}`
  const stamp = stamps.get(key) ?? (await getVersionStamp(id))
  if (stamp !== null) stamps.set(key, stamp)
  return stamp
}

function versionOf({ first, ...load }: NewestLoad): KnownVersion {
  return { id: load.id, stamp: versionStamp(load), store: versionStamp(first), editions: load.editions }
}

function readOnce(memory: VersionMemory): Promise<KnownVersion> {
  memory.reading ??= readLatest(memory).finally(() => {
    memory.reading = null
  })
  return memory.reading
}

async function readLatest(memory: VersionMemory): Promise<KnownVersion> {
  const askedAt = performance.now()
  try {
    const load = await getNewestLoad()
    noteAnswer()
    // Another process may have read it since.
    if (memory.known !== null && memory.known.askedAt > askedAt) return memory.known.version
    const version = load === null ? NOTHING : versionOf(load)
    memory.known = { version, askedAt, readAt: performance.now(), readOn: Date.now() }
    memory.last = memory.known
    return memory.known.version
  } catch (error) {
    noteNoAnswer(memory.last?.readOn ?? Date.now(), isSilence(error))
    setTimeout(() => readAgain(memory), RETRY_MS).unref()
    throw error
  }
}

/** Finds out whether the database answers again, unless another reading has begun. */
function readAgain(memory: VersionMemory): void {
  if (versionMemory() === memory) readOnce(memory).catch(() => undefined)
}

/** Returns whether there was no answer at all; an error of the server is one. */
function isSilence(error: unknown): boolean {
  return error instanceof Error && !('severity' in error) && /timeout|terminated|ECONN|EHOST/i.test(error.message)
}
