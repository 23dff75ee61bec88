/** What a request to stop does to a load: it ends before its commit, or the commit is awaited. */

import { basename } from 'node:path'

const INTERRUPTED = 130

/** The load that runs, for the message of a request to stop. */
export class Interruption {
  #path: string | null = null
  #isCommitting = false
  #isRequested = false
  readonly #written: string[] = []

  /** Begins the load of a file. */
  begin(path: string): void {
    this.#path = path
    this.#isCommitting = false
  }

  /** Records that the load of a file is over, and whether it made a new version. Ends the process when requested. */
  end(isWritten: boolean): void {
    if (isWritten && this.#path !== null) this.#written.push(basename(this.#path))
    this.#path = null
    if (this.#isRequested) this.#stop()
  }

  /** Is called before a commit: from here on the load cannot be stopped. */
  commit(): void {
    this.#isCommitting = true
  }

  /** Stops at once, unless a commit has begun: then when it is done. The database rolls back what is not committed. */
  request(): void {
    if (this.#isRequested) return
    this.#isRequested = true
    if (!this.#isCommitting) this.#stop()
  }

  #stop(): never {
    console.error(this.#describe())
    process.exit(INTERRUPTED)
  }

  #describe(): string {
    const written = this.#written.length === 0 ? '' : `${this.#written.join(', ')} had been written before. `
    const file = this.#path === null ? '' : ` of ${basename(this.#path)}`
    return this.#written.length > 0 && this.#path === null
      ? `Stopped. ${this.#written.join(', ')} had been written; nothing else was.`
      : `Stopped. ${written}Nothing${file} was written.`
  }
}

/** Calls `request` on Ctrl-C, SIGTERM and a closed terminal until the returned function is called. */
export function onInterruption(request: () => void): () => void {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  for (const signal of signals) process.on(signal, request)
  return () => {
    for (const signal of signals) process.off(signal, request)
  }
}
