/** Runs as a worker process of a pool and does what its order says: fail, hang, take memory, exit. */
import { serveOrders } from '@/lib/process/serve-orders'

export type WorkerOrder = 'pid' | 'fail' | 'hang' | 'grow' | 'exit' | 'wait' | 'environment'

serveOrders(async (order: WorkerOrder) => {
  if (order === 'fail') throw new Error('it cannot be set')
  if (order === 'exit') process.exit(3)
  if (order === 'wait') await new Promise((settle) => setTimeout(settle, 150))
  if (order === 'environment') return 'DATABASE_URL' in process.env ? 1 : 0
  for (const taken: Buffer[] = []; order === 'hang' || order === 'grow'; ) {
    if (order === 'grow') taken.push(Buffer.alloc(4_000_000, 1))
  }
  return process.pid
})
