import { reportNumbers } from './reported-numbers'

interface QueueOptions {
  /** A fixed word under which monitoring shows the queue; without it the queue is not shown. */
  name?: string
  /** How many tasks run at once. */
  concurrency: number
  /** How many may wait; unlimited by default. */
  maxWaiting?: number
}

/** Signals that no more tasks may wait; try again after `retryAfterSeconds`. */
export class QueueFull extends Error {
  override name = 'QueueFull'

  constructor(readonly retryAfterSeconds: number) {
    super('Too many tasks are waiting at this moment.')
  }
}

/**
 * Runs a few tasks at once; the others wait in the order of their arrival. This is not a package of npm, since those
 * neither limit how many tasks wait nor estimate how long.
 */
export class TaskQueue {
  readonly #waiting = new Set<() => void>()
  #running = 0
  /** Recent duration of a task. */
  #usualMs = 1_000

  constructor(readonly options: QueueOptions) {
    const { name } = options
    if (name === undefined) return
    reportNumbers('queue', name, () => ({ running: this.#running, waiting: this.#waiting.size }))
  }

  /**
   * @param gone aborts when nobody wants the result any more: a task that waits is then never begun
   * @throws QueueFull, the reason of `gone`, and the errors of `task`
   */
  async run<Result>(task: () => Promise<Result>, gone?: AbortSignal): Promise<Result> {
    gone?.throwIfAborted()
    const turn = this.#turn(gone)
    if (turn) await turn
    const begun = performance.now()
    try {
      return await task()
    } finally {
      this.#usualMs = (this.#usualMs + performance.now() - begun) / 2
      this.#startNext()
    }
  }

  /** Returns a promise to wait for; undefined when the task can start at once. */
  #turn(gone?: AbortSignal): Promise<void> | undefined {
    const { concurrency, maxWaiting = Number.POSITIVE_INFINITY } = this.options
    if (this.#running < concurrency) {
      this.#running += 1
      return undefined
    }
    if (this.#waiting.size >= maxWaiting) throw new QueueFull(this.#retryAfterSeconds())
    return new Promise((start, reject) => {
      const leave = () => {
        this.#waiting.delete(begin)
        reject(gone?.reason)
      }
      const begin = () => {
        gone?.removeEventListener('abort', leave)
        start()
      }
      this.#waiting.add(begin)
      gone?.addEventListener('abort', leave, { once: true })
    })
  }

  #startNext(): void {
    const [begin] = this.#waiting
    if (begin === undefined) {
      this.#running -= 1
      return
    }
    this.#waiting.delete(begin)
    begin()
  }

  #retryAfterSeconds(): number {
    const rounds = (this.#waiting.size + 1) / this.options.concurrency
    return Math.max(1, Math.ceil((rounds * this.#usualMs) / 1_000))
  }
}
