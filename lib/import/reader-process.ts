/**
 * A process of its own that reads one file, so that a crafted one can take nothing else down. The request comes by the
 * standard input, the answer goes to the standard output. A second thread watches the memory: much of it lies outside of
 * the heap, whose limit V8 itself holds.
 */
import { deserialize, serialize } from 'node:v8'
import { Worker } from 'node:worker_threads'
import { FaultLog } from '@/lib/import/fault'
import { readFileContent } from '@/lib/import/read-file'
import { packContent, type ReaderAnswer, type ReaderRequest } from '@/lib/import/reader-protocol'

const WATCH = `
  const { workerData: limit } = require('node:worker_threads')
  setInterval(() => {
    if (process.memoryUsage.rss() < limit) return
    require('node:fs').writeSync(2, 'memory limit')
    process.kill(process.pid, 'SIGKILL')
  }, 20)`

new Worker(WATCH, { eval: true, workerData: Number(process.argv[2]) }).unref()

const { name, bytes, settings }: ReaderRequest = deserialize(await readInput())
const faults = new FaultLog(name)
const content = await readFileContent(bytes, settings, faults)
const answer: ReaderAnswer = {
  content: faults.count > 0 ? null : packContent(content),
  faults: faults.kept,
  faultCount: faults.count,
  places: faults.places,
}
process.stdout.write(serialize(answer))

async function readInput(): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(chunk)
  return Buffer.concat(chunks)
}
