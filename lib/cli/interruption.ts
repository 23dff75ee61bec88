/** What a request to stop does to a load: it ends before its commit, or the commit is awaited. */

const INTERRUPTED = 130

/** A load that can be stopped. */
export class Interruption {
  #isCommitting = false
  #isRequested = false

  /** @param names of the files, for the message */
  constructor(readonly names: string) {}

  /** Is called before the commit: from here on the load cannot be stopped. */
  commit(): void {
    this.#isCommitting = true
  }

  /** Is called when the load is over. Ends the process when that was requested. */
  end(): void {
    if (this.#isRequested) stop(`Stopped. ${this.names} had been written.`)
  }

  /** Stops at once, unless the commit has begun: then when it is done. The database rolls back what is not committed. */
  request(): void {
    if (this.#isRequested) return
    this.#isRequested = true
    if (!this.#isCommitting) stop(`Stopped. Nothing of ${this.names} was written.`)
  }
}

function stop(message: string): never {
  console.error(message)
  process.exit(INTERRUPTED)
}

/** Calls `request` on Ctrl-C, SIGTERM and a closed terminal until the returned function is called. */
export function onInterruption(request: () => void): () => void {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  for (const signal of signals) process.on(signal, request)
  return () => {
    for (const signal of signals) process.off(signal, request)
  }
}
