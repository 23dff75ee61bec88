/**
 * Whether the database answers, as the look-up of the newest version finds out all the time. Next bundles this module
 * separately for pages, routes and the proxy, and our server in front of it has a copy too: all share one object of the
 * process.
 */
interface Health {
  /** When the newest version was read for the last time (as Date.now()), once a later attempt has failed. */
  staleSince: number | null
  /** Whether that attempt had no answer at all, so that no other query will have one. */
  isSilent: boolean
  /** When a query last failed because of the database (as performance.now()). */
  failedAt: number | null
  /** Each is called once, when the database becomes silent. */
  onSilence: Set<() => void>
}

const shared: typeof globalThis & { factorWeeklyStoreHealth?: Health } = globalThis
shared.factorWeeklyStoreHealth ??= { staleSince: null, isSilent: false, failedAt: null, onSilence: new Set() }
const health = shared.factorWeeklyStoreHealth

/** Notes that the newest version was read. */
export function noteAnswer(): void {
  health.staleSince = null
  health.isSilent = false
}

/**
 * Notes that the newest version could not be read.
 * @param lastAnswer when it was read for the last time, as Date.now()
 * @param isSilent whether there was no answer, rather than an error
 */
export function noteNoAnswer(lastAnswer: number, isSilent: boolean): void {
  health.staleSince ??= lastAnswer
  health.isSilent = isSilent
  if (!isSilent) return
  for (const call of health.onSilence) call()
  health.onSilence.clear()
}

/** Returns since when pages may be out of date, as Date.now(); null when the database answers. */
export function staleSince(): number | null {
  return health.staleSince
}

/** Returns whether the database answers nothing at present. */
export function isStoreSilent(): boolean {
  return health.isSilent
}

/** Notes that a query failed because the database is busy, locked or away. */
export function noteFailure(): void {
  health.failedAt = performance.now()
}

/** Returns whether a query has failed for such a reason since a moment, as performance.now(). */
export function hasFailedSince(moment: number): boolean {
  return health.failedAt !== null && health.failedAt >= moment
}

/** Returns the result of `task`, or throws the result of `fault` when the database becomes silent before. */
export async function unlessSilent<Result>(task: Promise<Result>, fault: () => Error): Promise<Result> {
  let stop: (() => void) | undefined
  const silence = new Promise<never>((_, reject) => {
    stop = () => reject(fault())
    health.onSilence.add(stop)
  })
  try {
    return await Promise.race([task, silence])
  } finally {
    if (stop) health.onSilence.delete(stop)
    // Nobody else waits for the rest of a task that was given up.
    task.catch(() => undefined)
  }
}
