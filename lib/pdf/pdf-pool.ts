import { ChildProcessPool } from '@/lib/process/child-process-pool'
import type { MadeDocument, Order } from './order'

/** Hot reload evaluates this module again, in the same process: the pool stays. */
const shared: typeof globalThis & { factorWeeklyPdfPool?: ChildProcessPool<Order, MadeDocument> } = globalThis

/** Makes the server's documents and pictures, charts included, outside the process that serves pages. */
export const pdfPool =
  shared.factorWeeklyPdfPool ??
  new ChildProcessPool<Order, MadeDocument>({
    program: 'pdf-worker',
    size: 2,
    maxWaiting: 24,
    timeoutMs: 60_000,
    heapMb: 512,
    memoryMb: 1_500,
    resultMb: 200,
    tasksPerProcess: 40,
    // A process that has made a dozen reports holds 640 MB, and grows no farther.
    wornMb: 900,
    idleMs: 300_000,
  })
shared.factorWeeklyPdfPool = pdfPool
