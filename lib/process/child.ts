import { type ChildProcess, fork } from 'node:child_process'
import type { Answer, Limits } from './serve-orders'

export interface ChildOptions {
  /** Absolute path of a TypeScript program that calls `serveOrders`. */
  program: string
  /** No job takes longer, the start of its child included. */
  timeoutMs: number
  /** Of JavaScript's heap; the process as a whole may take `memoryMb`. */
  heapMb: number
  memoryMb: number
}

/** Why nothing came of an order: the child was ended, or said that it cannot be made. */
export class ChildFault extends Error {
  override name = 'ChildFault'

  constructor(
    readonly reason: 'timeout' | 'ended' | 'failed',
    message: string,
  ) {
    super(message)
  }
}

/** One child process of a ChildPool. */
export class Child<Order, Made> {
  readonly #process: ChildProcess
  readonly ended: Promise<string>
  /** Until it has ended or is told to. */
  isAlive = true
  /** Jobs done. */
  jobs = 0
  /** Resident memory after the last job. */
  rssMb = 0

  constructor(readonly options: ChildOptions) {
    this.#process = start(options)
    this.ended = new Promise((settle) => {
      this.#process.on('error', (error) => settle(error.message))
      this.#process.on('exit', (code, signal) => settle(`${signal ?? `exit code ${code}`}`))
    })
    this.ended.then(() => {
      this.isAlive = false
    })
  }

  get pid(): number | undefined {
    return this.#process.pid
  }

  /** @throws ChildFault */
  async make(order: Order): Promise<Made> {
    const answer = await this.#answerTo(order)
    this.jobs += 1
    this.rssMb = answer.rssMb
    if ('fault' in answer) throw new ChildFault('failed', answer.fault)
    return answer.made
  }

  /** It has no work: the parent may end without it. */
  rest(): void {
    this.#process.unref()
    this.#process.channel?.unref()
  }

  wake(): void {
    this.#process.ref()
    this.#process.channel?.ref()
  }

  /** At once, whatever it does. */
  async end(): Promise<void> {
    if (this.isAlive) {
      this.isAlive = false
      this.wake()
      this.#process.kill('SIGKILL')
    }
    await this.ended
  }

  async #answerTo(order: Order): Promise<Answer<Made>> {
    const { timeoutMs } = this.options
    let late: NodeJS.Timeout | undefined
    let hear: ((answer: Answer<Made>) => void) | undefined
    try {
      return await new Promise<Answer<Made>>((settle, reject) => {
        hear = settle
        late = setTimeout(() => {
          reject(new ChildFault('timeout', `It took longer than ${timeoutMs / 1_000} s.`))
          this.end()
        }, timeoutMs)
        const gone = (how: string) => {
          reject(new ChildFault('ended', `The process that made it was ended (${how}).`))
          this.end()
        }
        this.ended.then(gone)
        this.#process.once('message', hear)
        this.#process.send({ order }, (error) => error && gone(error.message))
      })
    } finally {
      clearTimeout(late)
      if (hear) this.#process.off('message', hear)
    }
  }
}

/** From its source, by tsx, under the web server as under every other command. It has no business with the database. */
function start({ program, timeoutMs, heapMb, memoryMb }: ChildOptions): ChildProcess {
  const { DATABASE_URL: _, ...env } = process.env
  const limits: Limits = { timeoutMs, memoryMb }
  return fork(program, [JSON.stringify(limits)], {
    execArgv: ['--import', 'tsx', `--max-old-space-size=${heapMb}`],
    env: env as NodeJS.ProcessEnv,
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
}
