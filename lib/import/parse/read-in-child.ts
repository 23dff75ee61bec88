import type { FaultLog } from '@/lib/import/outcome/fault'
import { logError } from '@/lib/log/log'
import { ChildProcessPool } from '@/lib/process/child-process-pool'
import { WorkerFailure } from '@/lib/process/worker-process'
import type { FileContent } from './read-file'
import { type ReaderAnswer, type ReaderRequest, unpackContent } from './reader-messages'

type ReaderPool = ChildProcessPool<ReaderRequest, ReaderAnswer>

/** One reader at a time, so that many uploads at once do not take many times the memory. */
const readers: ReaderPool = new ChildProcessPool({
  program: 'reader-worker',
  size: 1,
  timeoutMs: 120_000,
  heapMb: 1_536,
  memoryMb: 1_900,
  resultMb: 570,
  // A crafted file may damage its process; the next file gets a new one.
  tasksPerProcess: 1,
})

/**
 * Reads a file in a child process with limits of memory and time. Adds its faults to the log; to exceed a limit is a
 * fault too. Returns null when the file cannot be read.
 */
export async function readInChild(
  request: ReaderRequest,
  faults: FaultLog,
  pool: ReaderPool = readers,
): Promise<FileContent | null> {
  try {
    const { content, found } = await pool.run(async () => request)
    faults.take(found)
    return unpackContent(content)
  } catch (error) {
    if (!(error instanceof WorkerFailure)) throw error
    if (error.reason === 'ended' || error.reason === 'failed') logError(`${request.name} was not read`, error)
    faults.add({ rule: 'too-costly', remedy: 'Split the file, or export it again in another format.' })
    return null
  }
}
