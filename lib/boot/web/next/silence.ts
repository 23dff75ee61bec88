import { request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { PING_PATH } from './hand-over'

interface Watching {
  /** How long after one answer the next is asked for. */
  everyMs?: number
  /** After this time without an answer the process counts as silent: it does nothing else for seconds at most. */
  maxMs?: number
  /** It is asked once more, for this long: this process itself may have been stopped meanwhile. */
  againMs?: number
  /** Aborts when the process has ended. */
  ended: AbortSignal
}

export const SILENT_MS = 20_000

/**
 * Resolves with true once a process does not answer any more on a socket, or cannot be reached there since the socket was removed;
 * with false when it has ended before. Until its first answer it may be away.
 */
export async function isSilent(
  socketPath: string,
  { everyMs = 1_000, maxMs = SILENT_MS, againMs = 2_000, ended }: Watching,
): Promise<boolean> {
  let answeredAt: number | null = null
  while (!ended.aborted) {
    const first = await ping(socketPath, maxMs, ended)
    const found = first === 'late' ? await ping(socketPath, againMs, ended) : first
    if (found === 'answer') answeredAt = performance.now()
    const isAwayForLong = found === 'away' && answeredAt !== null && performance.now() - answeredAt > maxMs
    if (found === 'late' || isAwayForLong) return !ended.aborted
    await sleep(everyMs, undefined, { ref: false })
  }
  return false
}

/** Asks the process once. It is away when nobody listens. */
function ping(socketPath: string, maxMs: number, ended: AbortSignal): Promise<'answer' | 'late' | 'away'> {
  const late = AbortSignal.timeout(maxMs)
  return new Promise((settle) => {
    const asking = request({ socketPath, path: PING_PATH, agent: false, signal: AbortSignal.any([late, ended]) })
    asking.on('response', (answer) => {
      answer.resume()
      settle('answer')
    })
    asking.on('error', () => settle(late.aborted ? 'late' : 'away'))
    asking.end()
  })
}
