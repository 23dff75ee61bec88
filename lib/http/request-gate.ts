import { performance } from 'node:perf_hooks'
import { reportNumbers } from '@/lib/process/reported-numbers'

/** What waits for its turn, and can go away before it. */
interface Waiting {
  start(): void
}

interface Entering {
  /** Answers the request; it never rejects. */
  run(): Promise<void>
  /** Refuses the request, which has no place or has waited too long. */
  refuse(): void
  /** Aborts when its client has gone: it then gives up its place among those that wait. */
  gone: AbortSignal
}

interface GateOptions {
  /** Requests that work at the same time. */
  atOnce: number
  /** Requests that may wait for that. */
  waitingMax: number
  /** How long each may wait. */
  waitMaxMs: number
  /** Requests that may have begun, those that wait for the database or a child process included. */
  openMax: number
  /** A request counts as waiting for something else when the event loop was idle in this time: the next one may begin. */
  slowAfterMs: number
  /** After this time it does so in any case. */
  slowMaxMs: number
}

/** Above this share of the time the event loop is busy: more requests at once would only take longer. */
const BUSY_SHARE = 0.7

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
 * Lets a bounded number of requests work at once and a bounded number wait; refuses more. It keeps each
 * round of the event loop short, so that other answers, such as that of /healthz, are never late.
 */
export class RequestGate {
  readonly #waiting = new Set<Waiting>()
  #working = 0
  #open = 0

  constructor(readonly options: GateOptions) {
    reportNumbers('queue', 'requests', () => ({ running: this.#open, waiting: this.#waiting.size }))
  }

  /** Runs a request now or in its turn, or refuses it. */
  enter(entering: Entering): void {
    if (this.#hasTurn()) this.#start(entering.run)
    else if (this.#waiting.size < this.options.waitingMax) this.#wait(entering)
    else refuse(entering)
  }

  #hasTurn(): boolean {
    return this.#working < this.options.atOnce && this.#open < this.options.openMax
  }

  #wait(entering: Entering): void {
    const { gone, run } = entering
    const leave = () => {
      clearTimeout(timer)
      gone.removeEventListener('abort', leave)
      this.#waiting.delete(waiting)
    }
    const timer = setTimeout(() => {
      leave()
      refuse(entering)
    }, this.options.waitMaxMs)
    const waiting: Waiting = {
      start: () => {
        leave()
        this.#start(run)
      },
    }
    this.#waiting.add(waiting)
    gone.addEventListener('abort', leave)
  }

  #start(run: () => Promise<void>): void {
    this.#working += 1
    this.#open += 1
    let isWorking = true
    const giveTurn = () => {
      if (!isWorking) return
      isWorking = false
      clearInterval(timer)
      this.#working -= 1
      this.#startNext()
    }
    const { slowAfterMs, slowMaxMs } = this.options
    const begun = performance.now()
    let since = performance.eventLoopUtilization()
    const timer = setInterval(() => {
      const now = performance.eventLoopUtilization()
      const { utilization } = performance.eventLoopUtilization(now, since)
      since = now
      if (utilization < BUSY_SHARE || performance.now() - begun > slowMaxMs) giveTurn()
    }, slowAfterMs)
    run().finally(() => {
      this.#open -= 1
      giveTurn()
      // A request that gave its turn before may have kept others out by its being open.
      this.#startNext()
    })
  }

  #startNext(): void {
    const [next] = this.#waiting
    if (next !== undefined && this.#hasTurn()) next.start()
  }
}

function refuse({ refuse: answer }: Entering): void {
  shared.factorWeeklyRefusedAt = performance.now()
  answer()
}
