import { execFileSync } from 'node:child_process'
import { afterEach, describe, expect, it } from 'vitest'
import { MISBEHAVING_POOL } from '@/lib/testing/process/misbehaving-pool'
import type { MisbehavingTask } from '@/lib/testing/process/misbehaving-worker'
import { ChildProcessPool } from './child-process-pool'
import { programPath } from './project-folder'
import { QueueFull } from './task-queue'
import { WorkerFailure } from './worker-process'

const pools: ChildProcessPool<MisbehavingTask, number>[] = []

function poolOf(options: Partial<typeof MISBEHAVING_POOL> = {}) {
  const pool = new ChildProcessPool<MisbehavingTask, number>({ ...MISBEHAVING_POOL, ...options })
  pools.push(pool)
  const run = (task: MisbehavingTask) => pool.run(async () => task)
  return { pool, run }
}

afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.close()))
})

describe('ChildProcessPool', () => {
  it('reuses its processes, starts no more than the limit, and passes them no secrets', async () => {
    const { pool, run } = poolOf()
    const first = await run('pid')
    expect(await run('pid')).toBe(first)
    expect(first).not.toBe(process.pid)
    const pids = await Promise.all([run('wait'), run('wait'), run('wait'), run('wait')])
    expect(new Set(pids).size).toBe(2)
    expect(pool.pids.toSorted()).toEqual([...new Set(pids)].toSorted())
    process.env.IMPORT_TOKEN = 'secret'
    expect(await poolOf().run('environment')).toBe(0)
    delete process.env.IMPORT_TOKEN
  })

  it('queues tasks up to the limit, refuses the rest with a time, and prepares nothing for them', async () => {
    const { pool } = poolOf()
    let prepared = 0
    const outcomes = await Promise.allSettled(
      Array.from({ length: 9 }, () =>
        pool.run(async () => {
          prepared += 1
          return 'wait'
        }),
      ),
    )
    const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []))
    expect(refused).toHaveLength(4)
    for (const reason of refused) expect(reason).toBeInstanceOf(QueueFull)
    expect(refused[0].retryAfterSeconds).toBeGreaterThanOrEqual(1)
    expect(prepared).toBe(5)
  })

  it('throws the error of the worker with its stack, and keeps the worker', async () => {
    const { run } = poolOf()
    const pid = await run('pid')
    const failure = await run('fail').catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(WorkerFailure)
    expect(failure).toMatchObject({
      reason: 'failed',
      message: 'it cannot be set',
      cause: expect.stringContaining('misbehaving-worker'),
    })
    expect(await run('pid')).toBe(pid)
  })

  it('refuses a result that is too large, and keeps the worker', async () => {
    const { run } = poolOf()
    const pid = await run('pid')
    await expect(run('large')).rejects.toMatchObject({ reason: 'memory' })
    expect(await run('pid')).toBe(pid)
  })

  it('loses only the task of a process that hangs, exits or is killed', async () => {
    const { pool, run } = poolOf({ timeoutMs: 3_000, size: 1 })
    const [hung, after] = await Promise.allSettled([run('hang'), run('pid')])
    expect(hung).toMatchObject({ status: 'rejected', reason: { reason: 'timeout' } })
    expect(after.status).toBe('fulfilled')
    await expect(run('exit')).rejects.toMatchObject({ reason: 'ended', message: expect.stringContaining('code 3') })
    const waiting = run('hang')
    const [pid] = pool.pids
    if (pid === undefined) throw new Error('The pool has no process.')
    process.kill(pid, 'SIGKILL')
    await expect(waiting).rejects.toMatchObject({ reason: 'ended' })
    expect(await run('pid')).not.toBe(pid)
  }, 60_000)

  it('ends the process of a task that nobody waits for any more', async () => {
    const { pool, run } = poolOf({ size: 1 })
    const pid = await run('pid')
    const gone = new AbortController()
    const abandoned = pool.run(async () => 'hang', gone.signal)
    gone.abort(new Error('gone'))
    await expect(abandoned).rejects.toThrow('gone')
    expect(await run('pid')).not.toBe(pid)
  })

  it('ends a process that takes too much memory, and names the reason', async () => {
    const { run } = poolOf({ size: 1 })
    await expect(run('grow')).rejects.toMatchObject({
      reason: 'memory',
      message: expect.stringContaining('may take 400'),
    })
    expect(await run('pid')).toBeGreaterThan(0)
  }, 60_000)

  it('replaces a process after its number of tasks, or when it holds too much memory', async () => {
    const worn = poolOf({ tasksPerProcess: 2, size: 1 })
    const pids = [await worn.run('pid'), await worn.run('pid'), await worn.run('pid')]
    expect(pids[1]).toBe(pids[0])
    expect(pids[2]).not.toBe(pids[1])
    const large = poolOf({ wornMb: 1, size: 1 })
    expect(await large.run('pid')).not.toBe(await large.run('pid'))
  })

  it('ends a process that is idle for long', async () => {
    const { pool, run } = poolOf({ idleMs: 50 })
    await run('pid')
    await expect.poll(() => pool.pids, { timeout: 10_000 }).toEqual([])
  })

  it('throws the error of preparing the task, and keeps the process', async () => {
    const { pool, run } = poolOf()
    const pid = await run('pid')
    await expect(pool.run(() => Promise.reject(new Error('no such week')))).rejects.toThrow('no such week')
    expect(await run('pid')).toBe(pid)
  })

  it.each(['rest', 'die'])(
    'leaves no process behind when the parent is to %s',
    async (then) => {
      const pid = runParent(then)
      expect(pid).toBeGreaterThan(0)
      await expect.poll(() => isAlive(pid), { timeout: 30_000 }).toBe(false)
    },
    120_000,
  )
})

/** Returns the process id of the worker of a parent that has ended. */
function runParent(then: string): number {
  const node = [programPath('testing/pool-parent'), then]
  try {
    return Number(execFileSync(process.execPath, node, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))
  } catch (error) {
    return Number(error instanceof Error && 'stdout' in error ? error.stdout : error)
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
