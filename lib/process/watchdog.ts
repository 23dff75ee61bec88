/**
 * A second thread of a worker process. It ends the whole process when a task takes too long or too much memory, or when
 * the parent has ended; the first thread cannot check this while a task blocks it.
 */
import { writeSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import type { WatchedProcess } from './worker-messages'

const CHECK_MS = 20
const STDERR = 2
const { timeoutMs, memoryMb, parentPid }: WatchedProcess = workerData

let timer: NodeJS.Timeout | undefined

parentPort?.on('message', ({ isWorking }: { isWorking: boolean }) => {
  clearInterval(timer)
  const deadline = performance.now() + timeoutMs
  if (isWorking) timer = setInterval(() => check(deadline), CHECK_MS)
})

function check(deadline: number): void {
  const usedMb = process.memoryUsage.rss() / 2 ** 20
  if (usedMb > memoryMb) end(`it took ${Math.round(usedMb)} MB of memory, and may take ${memoryMb}`)
  if (performance.now() > deadline) end(`it worked longer than ${timeoutMs / 1000} s`)
  // On Windows the parent's process id never changes: only the time limit ends the process.
  if (process.ppid !== parentPid) end('its parent is gone')
}

function end(why: string): void {
  try {
    writeSync(STDERR, `The watchdog ended the process: ${why}.\n`)
  } finally {
    // Must not fail when the parent, which reads this, has ended.
    process.kill(process.pid, 'SIGKILL')
  }
}
