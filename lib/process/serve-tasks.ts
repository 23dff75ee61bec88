/** The child's side of a ChildProcessPool. */
import './exit-with-parent'
import { serialize } from 'node:v8'
import { Worker } from 'node:worker_threads'
import { programPath } from './project-folder'
import type { WatchedProcess, WorkerAnswer, WorkerLimits, WorkerTask } from './worker-messages'

/**
 * Answers each task from the parent with its result, or with the reason for its absence.
 * @param work runs one task; it may block, since this process does nothing else
 */
export function serveTasks<Task, Result>(work: (task: Task) => Result | Promise<Result>): void {
  const limits: WorkerLimits = JSON.parse(process.argv[2] ?? '')
  const watchdog = startWatchdog(limits)
  process.on('message', async ({ task }: WorkerTask<Task>) => {
    watchdog.postMessage({ isWorking: true })
    const outcome = await outcomeOf(work, task, limits)
    watchdog.postMessage({ isWorking: false })
    const answer: WorkerAnswer = { ...outcome, rssMb: process.memoryUsage.rss() / 2 ** 20 }
    process.send?.(answer, undefined, undefined, endWithoutParent)
  })
}

function startWatchdog(limits: WorkerLimits): Worker {
  const workerData: WatchedProcess = { ...limits, parentPid: process.ppid }
  const watchdog = new Worker(programPath('watchdog'), { workerData })
  watchdog.unref()
  return watchdog
}

async function outcomeOf<Task, Result>(
  work: (task: Task) => Result | Promise<Result>,
  task: Task,
  { resultMb }: WorkerLimits,
) {
  try {
    const result = serialize(await work(task))
    if (result.byteLength <= resultMb * 2 ** 20) return { result }
    return { failure: 'memory', message: `The result is larger than ${resultMb} MB.`, stack: '' } as const
  } catch (error) {
    const { message, stack = '' } = error instanceof Error ? error : new Error(String(error))
    return { failure: 'failed', message, stack } as const
  }
}

function endWithoutParent(error: Error | null): void {
  if (error !== null) process.exit(1)
}
