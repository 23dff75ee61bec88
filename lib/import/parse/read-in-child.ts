import type { FaultLog } from '@/lib/import/outcome/fault'
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
  // What a crafted file does to a process must not touch the next file.
  tasksPerProcess: 1,
})

/**
 * Reads a file in a process of its own, with limits of memory and time. Its faults go to the log, as those of a file
 * that takes too much of either do. null when there is nothing to go on with.
 */
export async function readInChild(
  request: ReaderRequest,
  faults: FaultLog,
  pool: ReaderPool = readers,
): Promise<FileContent | null> {
  try {
    const { content, faults: found, faultCount, places } = await pool.run(async () => request)
    faults.take(found, faultCount, places)
    return unpackContent(content)
  } catch (error) {
    if (!(error instanceof WorkerFailure)) throw error
    if (error.reason === 'ended' || error.reason === 'failed') console.error(`${request.name} was not read:`, error)
    faults.add({ rule: 'too-costly', remedy: 'Split the file, or export it again in another format.' })
    return null
  }
}
