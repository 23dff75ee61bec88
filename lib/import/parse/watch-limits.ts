import { Worker } from 'node:worker_threads'

export interface WatchedLimits {
  /** Of the whole process: much of what a reader takes lies outside of the heap, whose limit V8 itself holds. */
  memoryBytes: number
  timeMs: number
}

/** `process.ppid` names another one as soon as the parent is gone, but on Windows, where the time alone ends the process. */
const WATCH = `
  const { workerData: { memoryBytes, timeMs, parent } } = require('node:worker_threads')
  const due = performance.now() + timeMs
  setInterval(() => {
    if (process.memoryUsage.rss() >= memoryBytes) require('node:fs').writeSync(2, 'memory limit')
    else if (process.ppid === parent && performance.now() < due) return
    process.kill(process.pid, 'SIGKILL')
  }, 20)`

/**
 * From now on a second thread ends this process when it takes more than that, or when its parent is gone: a loop that
 * a crafted file makes endless hears of neither by itself.
 */
export function watchLimits(limits: WatchedLimits): void {
  new Worker(WATCH, { eval: true, workerData: { ...limits, parent: process.ppid } }).unref()
}
