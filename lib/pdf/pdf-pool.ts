import { ChildProcessPool } from '@/lib/process/child-process-pool'
import type { MadeDocument, Order } from './order'

/** Hot reload evaluates this module again in the same process: the pool is kept. */
const shared: typeof globalThis & { factorWeeklyPdfPool?: ChildProcessPool<Order, MadeDocument> } = globalThis

/** Makes documents and pictures, including charts, outside the process that serves pages. */
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
    // After a dozen reports a process holds 640 MB and grows no more.
    wornMb: 900,
    idleMs: 300_000,
  })
shared.factorWeeklyPdfPool = pdfPool
