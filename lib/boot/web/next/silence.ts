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

/** Resolves with true once a process that listens on a socket does not answer any more, with false when it has ended before. */
export async function isSilent(
  socketPath: string,
  { everyMs = 1_000, maxMs = SILENT_MS, againMs = 2_000, ended }: Watching,
): Promise<boolean> {
  while (!ended.aborted) {
    const answers = (await answersWithin(socketPath, maxMs, ended)) || (await answersWithin(socketPath, againMs, ended))
    if (!answers) return !ended.aborted
    await sleep(everyMs, undefined, { ref: false })
  }
  return false
}

/** Returns whether the process answers in time. One that does not listen is not silent: it begins or has ended. */
function answersWithin(socketPath: string, maxMs: number, ended: AbortSignal): Promise<boolean> {
  const late = AbortSignal.timeout(maxMs)
  return new Promise((settle) => {
    const asking = request({ socketPath, path: PING_PATH, agent: false, signal: AbortSignal.any([late, ended]) })
    asking.on('response', (answer) => {
      answer.resume()
      settle(true)
    })
    asking.on('error', () => settle(!late.aborted))
    asking.end()
  })
}
