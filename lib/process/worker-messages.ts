/** The messages between a pool and its worker processes. */

/** Limits of one task. */
export interface WorkerLimits {
  timeoutMs: number
  /** Resident memory of the whole process: a task may use much memory outside the heap of JavaScript. */
  memoryMb: number
  /** Size of the result. */
  resultMb: number
}

/** The parameters of the watchdog of a worker process. */
export interface WatchedProcess extends WorkerLimits {
  parentPid: number
}

/** To the worker. */
export interface WorkerTask<Task> {
  task: Task
}

/** From the worker: the result serialised by V8, or the reason for its absence. */
export type WorkerAnswer = (
  | { result: Uint8Array }
  | { failure: 'failed' | 'memory'; message: string; stack: string }
) & {
  /** Resident memory after the task. */
  rssMb: number
}
