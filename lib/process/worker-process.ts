import { type ChildProcess, fork } from 'node:child_process'
import { deserialize } from 'node:v8'
import { programPath, projectFolder } from './project-folder'
import type { WorkerAnswer, WorkerLimits, WorkerTask } from './worker-messages'

export interface WorkerProcessOptions extends WorkerLimits {
  /** Name of a bundled program that calls `serveTasks`. */
  program: string
  /** Heap of JavaScript; the whole process may take `memoryMb`. */
  heapMb: number
}

/** Signals a task without result: its process ended or exceeded a limit, or the task failed. */
export class WorkerFailure extends Error {
  override name = 'WorkerFailure'

  constructor(
    readonly reason: 'timeout' | 'memory' | 'ended' | 'failed',
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}

/** Characters kept of standard error. V8 writes the reason first, then the stack. */
const STDERR_MAX = 10_000

/** The parent's side of one process of a ChildProcessPool. */
export class WorkerProcess<Task, Result> {
  readonly #process: ChildProcess
  /** Resolves when the process has ended, with the reason and its standard error. */
  readonly ended: Promise<string>
  /** Whether the process still runs. */
  isAlive = true
  /** Number of completed tasks. */
  tasks = 0
  /** Resident memory after the last task. */
  rssMb = 0

  constructor(readonly options: WorkerProcessOptions) {
    this.#process = start(options)
    this.ended = endOf(this.#process)
    this.ended.then(() => {
      this.isAlive = false
    })
  }

  get pid(): number | undefined {
    return this.#process.pid
  }

  /** @throws WorkerFailure */
  async run(task: Task): Promise<Result> {
    const answer = await this.#answerTo({ task })
    this.tasks += 1
    this.rssMb = answer.rssMb
    if ('failure' in answer) throw new WorkerFailure(answer.failure, answer.message, { cause: answer.stack })
    return deserialize(answer.result)
  }

  /** Allows this process to end while the worker is idle. */
  rest(): void {
    for (const handle of this.#handles()) handle.unref()
  }

  wake(): void {
    for (const handle of this.#handles()) handle.ref()
  }

  /** Kills the process at once, even during a task. */
  async end(): Promise<void> {
    if (this.isAlive) {
      this.isAlive = false
      this.wake()
      this.#process.kill('SIGKILL')
    }
    await this.ended
  }

  async #answerTo(task: WorkerTask<Task>): Promise<WorkerAnswer> {
    const { timeoutMs } = this.options
    let timer: NodeJS.Timeout | undefined
    let listener: ((answer: WorkerAnswer) => void) | undefined
    try {
      return await new Promise<WorkerAnswer>((settle, reject) => {
        listener = settle
        timer = setTimeout(() => {
          reject(new WorkerFailure('timeout', `The task took longer than ${timeoutMs / 1_000} s.`))
          this.end()
        }, timeoutMs)
        const fail = (how: string) => {
          reject(new WorkerFailure(/memory/i.test(how) ? 'memory' : 'ended', `The process was ended (${how}).`))
          this.end()
        }
        this.ended.then(fail)
        this.#process.once('message', listener)
        // If the process died before it read everything, its end reports that.
        this.#process.send(task, () => undefined)
      })
    } finally {
      clearTimeout(timer)
      if (listener) this.#process.off('message', listener)
    }
  }

  #handles(): { ref(): void; unref(): void }[] {
    const { channel, stderr } = this.#process
    const pipe = stderr && 'ref' in stderr ? [stderr as typeof stderr & { ref(): void; unref(): void }] : []
    return [this.#process, ...(channel ? [channel] : []), ...pipe]
  }
}

function start({ program, heapMb, timeoutMs, memoryMb, resultMb }: WorkerProcessOptions): ChildProcess {
  const limits: WorkerLimits = { timeoutMs, memoryMb, resultMb }
  return fork(programPath(program), [JSON.stringify(limits)], {
    cwd: projectFolder(),
    execArgv: [`--max-old-space-size=${heapMb}`],
    env: environment(),
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
}

/** Secrets, the files that hold them, and options of the parent. */
const SECRETS = [
  'DATABASE_URL',
  'DATABASE_DIRECT_URL',
  'DATABASE_READ_URLS',
  'IMPORT_TOKEN',
  'AUTH_SECRET',
  'OIDC_CLIENT_SECRET',
]
const NOT_FOR_WORKERS = [...SECRETS, ...SECRETS.map((name) => `${name}_FILE`), 'NODE_OPTIONS']

/** Returns the environment of a worker, without secrets: a worker does not use the database. */
function environment(): NodeJS.ProcessEnv {
  const env = { ...process.env }
  for (const name of NOT_FOR_WORKERS) delete env[name]
  return env
}

function endOf(child: ChildProcess): Promise<string> {
  let complaint = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    complaint = (complaint + chunk.toString()).slice(0, STDERR_MAX)
  })
  return new Promise((settle) => {
    child.on('error', (error) => settle(error.message))
    child.on('close', (code, signal) => {
      const how = signal ?? `exit code ${code}`
      settle(complaint === '' ? how : `${how}: ${complaint.trim()}`)
    })
  })
}
