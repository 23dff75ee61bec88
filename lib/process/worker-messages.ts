/** What a pool and its worker processes send to each other. */

/** What one task may cost. */
export interface WorkerLimits {
  timeoutMs: number
  /** Resident memory of the whole process: much of what a task takes may lie outside the heap of JavaScript. */
  memoryMb: number
  /** Size of the result. */
  resultMb: number
}

/** What the watchdog of a worker process is started with. */
export interface WatchedProcess extends WorkerLimits {
  parentPid: number
}

/** To the worker. */
export interface WorkerTask<Task> {
  task: Task
}

/** From the worker: the result as V8 serializes it, or why there is none. */
export type WorkerAnswer = (
  | { result: Uint8Array }
  | { failure: 'failed' | 'memory'; message: string; stack: string }
) & {
  /** Resident memory after the task. */
  rssMb: number
}
