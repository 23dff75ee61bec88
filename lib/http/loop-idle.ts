import { performance } from 'node:perf_hooks'

/** Above this share of the time the event loop is busy. */
const BUSY_SHARE = 0.7

interface Limits {
  /** The event loop is looked at after each such time, milliseconds. */
  everyMs: number
  /** After this time the call comes in any case, milliseconds. */
  maxMs: number
}

/**
 * Calls `call` once, as soon as the event loop of this process has been idle: what works then waits for something else.
 * @returns a function that ends the watch
 */
export function whenLoopIdle({ everyMs, maxMs }: Limits, call: () => void): () => void {
  const begun = performance.now()
  let since = performance.eventLoopUtilization()
  const timer = setInterval(() => {
    const now = performance.eventLoopUtilization()
    const { utilization } = performance.eventLoopUtilization(now, since)
    since = now
    if (utilization >= BUSY_SHARE && performance.now() - begun <= maxMs) return
    clearInterval(timer)
    call()
  }, everyMs)
  return () => clearInterval(timer)
}
