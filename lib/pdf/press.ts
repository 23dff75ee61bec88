import { join } from 'node:path'
import { ChildPool } from '@/lib/process/child-pool'
import type { MadeDocument, Order } from './order'

/** Hot reload evaluates this module again, in the same process: the children stay. */
const shared: typeof globalThis & { factorWeeklyPress?: ChildPool<Order, MadeDocument> } = globalThis

/** Where the server's documents and pictures are made: charts, typesetting and all, off its own event loop. */
export const press =
  shared.factorWeeklyPress ??
  new ChildPool<Order, MadeDocument>({
    program: join(process.cwd(), 'lib/pdf/press-child.ts'),
    size: 2,
    maxWaiting: 24,
    timeoutMs: 60_000,
    heapMb: 512,
    memoryMb: 1_500,
    jobsPerChild: 40,
    // A child that has made a dozen reports holds 640 MB, and grows no farther.
    wornMb: 900,
    idleMs: 300_000,
  })
shared.factorWeeklyPress = press
