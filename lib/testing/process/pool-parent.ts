/**
 * The program of a process that has a pool and prints the process id of its worker. With the argument `die` it kills
 * itself while the worker is busy; without it, it is idle.
 */
import { ChildProcessPool } from '@/lib/process/child-process-pool'
import { MISBEHAVING_POOL } from './misbehaving-pool'
import type { MisbehavingTask } from './misbehaving-worker'

const pool = new ChildProcessPool<MisbehavingTask, number>({ ...MISBEHAVING_POOL, timeoutMs: 600_000 })
console.log(await pool.run(async () => 'pid'))
if (process.argv[2] === 'die') {
  setTimeout(() => process.kill(process.pid, 'SIGKILL'), 300)
  await pool.run(async () => 'hang')
}
