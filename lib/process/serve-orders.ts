/** The child's side of a ChildPool: answers each message from the parent with what was made of it, or why not. */
import './exit-with-parent.mjs'
import { constants, setPriority } from 'node:os'
import { Worker } from 'node:worker_threads'

export interface Limits {
  timeoutMs: number
  /** Resident memory of the whole process. */
  memoryMb: number
}

export type Answer<Made> = ({ made: Made } | { fault: string }) & {
  /** Resident memory after the job. */
  rssMb: number
}

/** @param fill makes one order; it may block, since nothing else happens in this process */
export function serveOrders<Order, Made>(fill: (order: Order) => Made | Promise<Made>): void {
  // Pages come first where all cores are busy.
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
  const limits: Limits = JSON.parse(process.argv[2] ?? '')
  // Without the loader of TypeScript: a thread of its own would double the time that a child needs to start.
  const guard = new Worker(new URL('./guard.mjs', import.meta.url), { workerData: limits, execArgv: [] })
  guard.unref()
  process.on('message', async ({ order }: { order: Order }) => {
    guard.postMessage(true)
    const outcome = await outcomeOf(fill, order)
    guard.postMessage(false)
    const answer: Answer<Made> = { ...outcome, rssMb: process.memoryUsage.rss() / 2 ** 20 }
    process.send?.(answer, undefined, undefined, endWithoutReader)
  })
}

/** Who asked has gone: nobody is left to tell. */
function endWithoutReader(error: Error | null): void {
  if (error !== null) process.exit(1)
}

async function outcomeOf<Order, Made>(fill: (order: Order) => Made | Promise<Made>, order: Order) {
  try {
    return { made: await fill(order) }
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) }
  }
}
