/** What a second request to stop does at once, beside ending this process. */
export interface Forced {
  kill(): void
}

// A terminal sends Ctrl-C to every process of the group, and npm passes it on once more: that is one request.
const ONE_REQUEST_MS = 1_000

/**
 * Aborts when this process is asked to stop: by Ctrl-C, SIGTERM, a closed terminal, or the end of the one that started it.
 * Asked again after a second, it kills all of `forced` and ends.
 */
export function listenForStop(forced: Forced[]): AbortSignal {
  const controller = new AbortController()
  let askedAt: number | null = null
  const ask = () => {
    if (askedAt === null) {
      askedAt = performance.now()
      controller.abort()
    } else if (performance.now() - askedAt > ONE_REQUEST_MS) {
      for (const one of forced) one.kill()
      process.exit(130)
    }
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, ask)
  process.once('disconnect', ask)
  return controller.signal
}

/** Settles once `signal` aborts. */
export function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
}
