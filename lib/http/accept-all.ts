import type { Server } from 'node:http'
import { setImmediate } from 'node:timers/promises'

const WAIT_MAX_MS = 500

/**
 * Returns a function that waits until a server has accepted all waiting connections. Node accepts one in each
 * round of the event loop; while pages are made, which takes long in each round, a thousand connections would wait for
 * minutes, those of health checks among them. So work begins when no connection is left.
 */
export function acceptAll(server: Server): () => Promise<void> {
  let accepted = 0
  server.on('connection', () => {
    accepted += 1
  })
  return async () => {
    const end = performance.now() + WAIT_MAX_MS
    // The first of two rounds may be the rest of this one, in which no connection is accepted.
    for (let quiet = 0; quiet < 2 && performance.now() < end; ) {
      const before = accepted
      await setImmediate()
      quiet = accepted === before ? quiet + 1 : 0
    }
  }
}
