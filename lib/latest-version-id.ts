import { getLatestVersion } from '@/lib/queries/get-latest-version'

/** A new week is seen this long after its load at the latest. */
const FRESH_MS = 250

let known: { id: number; readAt: number } | null = null
let reading: Promise<number> | null = null

/** Number of the newest data version, 0 while nothing is loaded. Read at most once in FRESH_MS, however many ask. */
export async function latestVersionId(): Promise<number> {
  if (known && performance.now() - known.readAt < FRESH_MS) return known.id
  reading ??= read().finally(() => {
    reading = null
  })
  return reading
}

async function read(): Promise<number> {
  const latest = await getLatestVersion()
  known = { id: latest === null ? 0 : latest.id, readAt: performance.now() }
  return known.id
}
