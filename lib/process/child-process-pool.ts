import { reportNumbers } from './reported-numbers'
import { TaskQueue } from './task-queue'
import { WorkerProcess, type WorkerProcessOptions } from './worker-process'

interface PoolOptions extends WorkerProcessOptions {
  /** How many processes work at once. */
  size: number
  /** How many tasks may wait; unlimited by default. */
  maxWaiting?: number
  /** A process is replaced after this many tasks, or when it holds `wornMb` of memory after a task. */
  tasksPerProcess: number
  wornMb?: number
  /** An idle process ends after this time. */
  idleMs?: number
}

/**
 * Runs tasks in child processes, one at a time in each. A task that hangs, takes too much memory or crashes its process
 * does not affect other tasks. The processes end when this one ends for any reason, and keep it alive only while they
 * work. This is not a package of npm: those limit the heap of a thread, but neither the resident memory nor the time of
 * a process that blocks.
 */
export class ChildProcessPool<Task, Result> {
  readonly #queue: TaskQueue
  readonly #idle = new Map<WorkerProcess<Task, Result>, NodeJS.Timeout | undefined>()
  readonly #all = new Set<WorkerProcess<Task, Result>>()

  constructor(readonly options: PoolOptions) {
    const { program: name, size, maxWaiting } = options
    this.#queue = new TaskQueue({ name, concurrency: size, ...(maxWaiting === undefined ? {} : { maxWaiting }) })
    reportNumbers('childProcesses', name, () => ({ alive: this.pids.length }))
  }

  /** Process ids of the running children. */
  get pids(): number[] {
    return [...this.#all].flatMap(({ pid }) => pid ?? [])
  }

  /**
   * @param prepare makes the task once a process is free, so that waiting and refused tasks cost nothing
   * @param gone aborts when nobody wants the result any more: a task that waits is then never begun, and the process of
   * one that runs is ended
   * @throws QueueFull when no more tasks may wait; WorkerFailure when the process ended or the task failed; the reason of
   * `gone`, and the errors of `prepare`
   */
  run(prepare: () => Promise<Task>, gone?: AbortSignal): Promise<Result> {
    return this.#queue.run(async () => {
      const worker = this.#takeWorker()
      const stop = () => worker.end()
      gone?.addEventListener('abort', stop, { once: true })
      try {
        return await worker.run(await prepare())
      } catch (error) {
        gone?.throwIfAborted()
        throw error
      } finally {
        gone?.removeEventListener('abort', stop)
        this.#release(worker)
      }
    }, gone)
  }

  /** Starts a process if there is none, so that the first task does not wait for it. */
  warm(): void {
    if (this.#all.size === 0) this.#rest(this.#start())
  }

  /** Ends all processes and returns when they have ended. */
  async close(): Promise<void> {
    await Promise.all([...this.#all].map((worker) => worker.end()))
  }

  #takeWorker(): WorkerProcess<Task, Result> {
    // The process that worked last has the warmest caches; the idle others may end.
    const worker = [...this.#idle.keys()].at(-1)
    if (!worker) return this.#start()
    clearTimeout(this.#idle.get(worker))
    this.#idle.delete(worker)
    worker.wake()
    return worker
  }

  #start(): WorkerProcess<Task, Result> {
    const worker = new WorkerProcess<Task, Result>(this.options)
    this.#all.add(worker)
    worker.ended.then(() => this.#forget(worker))
    return worker
  }

  #release(worker: WorkerProcess<Task, Result>): void {
    const { tasksPerProcess, wornMb = Number.POSITIVE_INFINITY } = this.options
    const isWorn = worker.tasks >= tasksPerProcess || worker.rssMb > wornMb
    if (isWorn) worker.end()
    if (worker.isAlive) this.#rest(worker)
    else this.#forget(worker)
  }

  #rest(worker: WorkerProcess<Task, Result>): void {
    const { idleMs } = this.options
    worker.rest()
    const timer = idleMs === undefined ? undefined : setTimeout(() => worker.end(), idleMs).unref()
    this.#idle.set(worker, timer)
  }

  #forget(worker: WorkerProcess<Task, Result>): void {
    clearTimeout(this.#idle.get(worker))
    this.#idle.delete(worker)
    this.#all.delete(worker)
  }
}
