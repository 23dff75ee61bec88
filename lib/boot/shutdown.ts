/** What a second request to stop kills at once, before it ends this process. */
export interface Forced {
  kill(): void
}

// A terminal sends Ctrl-C to every process of the group, and npm passes it on again: both are one request.
const ONE_REQUEST_MS = 1_000

/**
 * Returns a signal that aborts on a request to stop: Ctrl-C, SIGTERM, a closed terminal, or the end of the parent
 * process. A further request after a second kills all of `forced` and ends this process.
 */
export function listenForStop(forced: Forced[]): AbortSignal {
  const controller = new AbortController()
  let firstRequestAt: number | null = null
  const requestStop = () => {
    if (firstRequestAt === null) {
      firstRequestAt = performance.now()
      controller.abort()
    } else if (performance.now() - firstRequestAt > ONE_REQUEST_MS) {
      for (const one of forced) one.kill()
      process.exit(130)
    }
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, requestStop)
  process.once('disconnect', requestStop)
  return controller.signal
}

/** Resolves when `signal` aborts. */
export function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
}
