/** The program of a worker process of a pool that fails, hangs, takes memory or exits, as its task demands. */
import { serveTasks } from '@/lib/process/serve-tasks'

export type MisbehavingTask = 'pid' | 'fail' | 'hang' | 'grow' | 'exit' | 'wait' | 'environment' | 'large'

serveTasks(async (task: MisbehavingTask) => {
  if (task === 'fail') throw new Error('it cannot be set')
  if (task === 'exit') process.exit(3)
  if (task === 'wait') await new Promise((settle) => setTimeout(settle, 150))
  if (task === 'environment') return ['DATABASE_URL', 'IMPORT_TOKEN'].filter((name) => name in process.env).length
  if (task === 'large') return Buffer.alloc(3_000_000)
  // Blocks the thread like an endless loop, but leaves the processor to other tests.
  if (task === 'hang') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
  for (const taken: Buffer[] = []; task === 'grow'; ) taken.push(Buffer.alloc(4_000_000, 1))
  return process.pid
})
