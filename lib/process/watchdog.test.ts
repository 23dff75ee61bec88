import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { expect, it } from 'vitest'
import { MISBEHAVING_POOL } from '@/lib/testing/process/misbehaving-pool'
import type { MisbehavingTask } from '@/lib/testing/process/misbehaving-worker'
import { programPath } from './project-folder'
import type { WorkerLimits } from './worker-messages'

const LIMITS: WorkerLimits = { timeoutMs: 60_000, memoryMb: 400, resultMb: 1 }

it.each([
  ['works for too long', 'hang', { timeoutMs: 200 }, 'longer than 0.2 s'],
  ['takes too much memory', 'grow', { memoryMb: 200 }, 'MB of memory, and may take 200'],
] as const)('ends a process that blocks and %s, without help of its parent', async (_, task, limits, reason) => {
  const worker = start({ ...LIMITS, ...limits }, task)
  let complaint = ''
  worker.stderr?.on('data', (chunk: Buffer) => {
    complaint += chunk.toString()
  })
  const [, signal] = await once(worker, 'close')
  expect(signal).toBe('SIGKILL')
  expect(complaint).toContain(reason)
})

function start(limits: WorkerLimits, task: MisbehavingTask): ChildProcess {
  const worker = fork(programPath(MISBEHAVING_POOL.program), [JSON.stringify(limits)], {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    serialization: 'advanced',
  })
  worker.send({ task })
  return worker
}
