/** What waits for its turn, and can go away before it. */
interface Waiting {
  start(): void
}

interface GateOptions {
  /** Requests that work at the same time. */
  atOnce: number
  /** Requests that may wait for that. */
  waitingMax: number
  /** All requests that may be in progress, those that wait for the database or a child process included. */
  openMax: number
  /** After this time a request counts as waiting for something else, and the next one may begin. */
  slowAfterMs: number
}

/** Whether the server refuses requests at present; another copy of this module may read it. */
const shared: typeof globalThis & { factorWeeklyRefusedAt?: number } = globalThis
/** A refusal counts as overload for this long. */
const OVERLOAD_MS = 5_000

/** Returns whether a request was refused in the last five seconds because too many were in progress. */
export function isOverloaded(): boolean {
  const { factorWeeklyRefusedAt: at } = shared
  return at !== undefined && performance.now() - at < OVERLOAD_MS
}

/**
 * Lets a bounded number of requests work at once and a bounded number wait; there is no turn for more. It keeps each
 * round of the event loop short, so that other answers, such as that of /healthz, are never late.
 */
export class RequestGate {
  readonly #waiting = new Set<Waiting>()
  #working = 0
  #open = 0

  constructor(readonly options: GateOptions) {}

  /**
   * Runs a request now or in its turn.
   * @param run answers the request; it never rejects
   * @param gone aborts when its client has gone: it then gives up its place among those that wait
   * @returns false when it has no place
   */
  enter(run: () => Promise<void>, gone: AbortSignal): boolean {
    const { atOnce, waitingMax, openMax } = this.options
    if (this.#open + this.#waiting.size >= openMax || this.#waiting.size >= waitingMax) {
      shared.factorWeeklyRefusedAt = performance.now()
      return false
    }
    if (this.#working < atOnce) this.#start(run)
    else this.#wait(run, gone)
    return true
  }

  #wait(run: () => Promise<void>, gone: AbortSignal): void {
    const leave = () => this.#waiting.delete(waiting)
    const waiting: Waiting = {
      start: () => {
        gone.removeEventListener('abort', leave)
        this.#start(run)
      },
    }
    this.#waiting.add(waiting)
    gone.addEventListener('abort', leave, { once: true })
  }

  #start(run: () => Promise<void>): void {
    this.#working += 1
    this.#open += 1
    let isWorking = true
    const giveTurn = () => {
      if (!isWorking) return
      isWorking = false
      this.#working -= 1
      this.#startNext()
    }
    const timer = setTimeout(giveTurn, this.options.slowAfterMs)
    run().finally(() => {
      clearTimeout(timer)
      this.#open -= 1
      giveTurn()
    })
  }

  #startNext(): void {
    const [next] = this.#waiting
    if (next === undefined) return
    this.#waiting.delete(next)
    next.start()
  }
}
