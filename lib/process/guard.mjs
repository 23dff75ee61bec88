/**
 * A thread of the child beside the one that works: it ends the whole process when a job takes too long or too much
 * memory, also when the working thread answers to nothing and the parent is gone.
 */
import { writeSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'

const LOOK_MS = 200
const STDERR = 2
const { timeoutMs, memoryMb } = workerData

let deadline = Number.POSITIVE_INFINITY

parentPort.on('message', (isWorking) => {
  deadline = isWorking ? performance.now() + timeoutMs : Number.POSITIVE_INFINITY
})

setInterval(() => {
  if (performance.now() > deadline) end(`it worked longer than ${timeoutMs / 1000} s`)
  const usedMb = process.memoryUsage.rss() / 2 ** 20
  if (usedMb > memoryMb) end(`it took ${Math.round(usedMb)} MB of ${memoryMb}`)
}, LOOK_MS)

function end(why) {
  writeSync(STDERR, `A child that makes documents was ended: ${why}.\n`)
  process.kill(process.pid, 'SIGKILL')
}
