import { Child, type ChildOptions } from './child'

interface ChildPoolOptions extends ChildOptions {
  /** How many work at once. */
  size: number
  /** How many may wait for one of them. */
  maxWaiting: number
  /** A child is replaced after so many jobs, or once it holds `wornMb` of memory after one. */
  jobsPerChild: number
  wornMb: number
  /** A child without work for so long ends. */
  idleMs: number
}

/** Too many wait already: ask again. */
export class PoolBusy extends Error {
  override name = 'PoolBusy'

  constructor(readonly retryAfterSeconds: number) {
    super('Too many documents are being created; try again in a few seconds.')
  }
}

/**
 * Child processes that make things of orders, one at a time each. What hangs, grows or dies takes only its own order
 * with it. Children end with this process, however it ends, and keep it alive only while they work.
 */
export class ChildPool<Order, Made> {
  readonly #idle = new Map<Child<Order, Made>, NodeJS.Timeout>()
  readonly #all = new Set<Child<Order, Made>>()
  readonly #waiting: ((child: Child<Order, Made>) => void)[] = []
  /** How long a job took of late. */
  #usualMs = 1_000

  constructor(readonly options: ChildPoolOptions) {}

  /** Process ids of the children that live. */
  get pids(): number[] {
    return [...this.#all].flatMap(({ pid }) => pid ?? [])
  }

  /**
   * @param order makes the order once a child is free for it, so that one who waits or is refused costs nothing
   * @throws PoolBusy when as many wait as may; ChildFault when the child was ended or says that it cannot be done; and
   *   whatever `order` throws
   */
  async run(order: () => Promise<Order>): Promise<Made> {
    const child = await this.#place()
    try {
      const wanted = await order()
      const begun = performance.now()
      const made = await child.make(wanted)
      this.#usualMs = (this.#usualMs + performance.now() - begun) / 2
      return made
    } finally {
      this.#release(child)
    }
  }

  /** Starts a child, unless there is one, so that the first order does not wait for it. */
  warm(): void {
    if (this.#all.size === 0) this.#rest(this.#start())
  }

  /** Ends all children and returns when they have ended. */
  async close(): Promise<void> {
    await Promise.all([...this.#all].map((child) => child.end()))
  }

  async #place(): Promise<Child<Order, Made>> {
    // The one that worked last: it has kept the most, and the others may end.
    const rested = [...this.#idle.keys()].at(-1)
    if (rested) return this.#wake(rested)
    if (this.#all.size < this.options.size) return this.#start()
    if (this.#waiting.length >= this.options.maxWaiting) throw new PoolBusy(this.#retryAfterSeconds())
    return new Promise((take) => this.#waiting.push(take))
  }

  #retryAfterSeconds(): number {
    const rounds = (this.#waiting.length + 1) / this.options.size
    return Math.max(1, Math.ceil((rounds * this.#usualMs) / 1_000))
  }

  #start(): Child<Order, Made> {
    const child = new Child<Order, Made>(this.options)
    this.#all.add(child)
    child.ended.then(() => this.#forget(child))
    return child
  }

  #forget(child: Child<Order, Made>): void {
    clearTimeout(this.#idle.get(child))
    this.#idle.delete(child)
    this.#all.delete(child)
  }

  #release(child: Child<Order, Made>): void {
    const { jobsPerChild, wornMb } = this.options
    const isWorn = child.jobs >= jobsPerChild || child.rssMb > wornMb
    if (isWorn) child.end()
    if (isWorn || !child.isAlive) this.#forget(child)
    const next = this.#waiting.shift()
    if (next) next(this.#all.has(child) ? child : this.#start())
    else if (this.#all.has(child)) this.#rest(child)
  }

  #rest(child: Child<Order, Made>): void {
    child.rest()
    this.#idle.set(child, setTimeout(() => child.end(), this.options.idleMs).unref())
  }

  #wake(child: Child<Order, Made>): Child<Order, Made> {
    clearTimeout(this.#idle.get(child))
    this.#idle.delete(child)
    child.wake()
    return child
  }
}
