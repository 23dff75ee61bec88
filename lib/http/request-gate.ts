import { reportNumbers } from '@/lib/process/reported-numbers'

/** What waits for its turn, and can go away before it. */
interface Waiting {
  start(): void
}

interface Entering {
  /**
   * Answers the request; it never rejects.
   * @param giveTurn lets the next request begin, since this one waits for something else
   */
  run(giveTurn: () => void): Promise<void>
  /** Refuses the request, which has no place or has waited too long: `noteOverload` then tells others, if it matters to them. */
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
}

/** Whether the server refuses requests at present; another copy of this module may read it. */
const shared: typeof globalThis & { factorWeeklyRefusedAt?: number } = globalThis
/** A refusal counts as overload for this long. */
const OVERLOAD_MS = 5_000

/** Notes that a request was refused because too many were in progress. */
export function noteOverload(): void {
  shared.factorWeeklyRefusedAt = performance.now()
}

/** Returns whether that was noted in the last five seconds. */
export function isOverloaded(): boolean {
  const { factorWeeklyRefusedAt: at } = shared
  return at !== undefined && performance.now() - at < OVERLOAD_MS
}

/** Lets a bounded number of requests work at once and a bounded number wait; refuses more. */
export class RequestGate {
  readonly #waiting = new Set<Waiting>()
  #working = 0
  #open = 0

  /** @param name in the metrics */
  constructor(
    name: string,
    readonly options: GateOptions,
  ) {
    reportNumbers('queue', name, () => ({ running: this.#open, waiting: this.#waiting.size }))
  }

  /** Whether no request has begun or waits. */
  get isFree(): boolean {
    return this.#open === 0 && this.#waiting.size === 0
  }

  /** Runs a request now or in its turn, or refuses it. */
  enter(entering: Entering): void {
    if (this.#hasTurn()) this.#start(entering.run)
    else if (this.#waiting.size < this.options.waitingMax) this.#wait(entering)
    else entering.refuse()
  }

  #hasTurn(): boolean {
    return this.#working < this.options.atOnce && this.#open < this.options.openMax
  }

  #wait({ gone, run, refuse }: Entering): void {
    const leave = () => {
      clearTimeout(timer)
      gone.removeEventListener('abort', leave)
      this.#waiting.delete(waiting)
    }
    const timer = setTimeout(() => {
      leave()
      refuse()
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

  #start(run: Entering['run']): void {
    this.#working += 1
    this.#open += 1
    let isWorking = true
    const giveTurn = () => {
      if (!isWorking) return
      isWorking = false
      this.#working -= 1
      this.#startNext()
    }
    run(giveTurn).finally(() => {
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
