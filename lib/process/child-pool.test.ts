import { execFileSync } from 'node:child_process'
import { resolve } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { WorkerOrder } from '@/lib/testing/pdf/misbehaving-worker'
import { ChildFault } from './child'
import { ChildPool, PoolBusy } from './child-pool'

const OPTIONS = {
  program: resolve('lib/testing/pdf/misbehaving-worker.ts'),
  size: 2,
  maxWaiting: 3,
  timeoutMs: 20_000,
  heapMb: 128,
  memoryMb: 400,
  jobsPerChild: 100,
  wornMb: 1_000,
  idleMs: 60_000,
}

const pools: ChildPool<WorkerOrder, number>[] = []

function poolOf(options: Partial<typeof OPTIONS> = {}) {
  const pool = new ChildPool<WorkerOrder, number>({ ...OPTIONS, ...options })
  pools.push(pool)
  const run = (order: WorkerOrder) => pool.run(async () => order)
  return { pool, run }
}

afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.close()))
})

describe('ChildPool', () => {
  it('keeps its children, starts no more than it may, and gives them no database', async () => {
    const { pool, run } = poolOf()
    const first = await run('pid')
    expect(await run('pid')).toBe(first)
    expect(first).not.toBe(process.pid)
    const made = await Promise.all([run('wait'), run('wait'), run('wait'), run('wait')])
    expect(new Set(made).size).toBe(2)
    expect(pool.pids.toSorted()).toEqual([...new Set(made)].toSorted())
    expect(await run('environment')).toBe(0)
  })

  it('lets as many wait as may, refuses the rest with a time, and asks nothing of the store for them', async () => {
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
    for (const reason of refused) expect(reason).toBeInstanceOf(PoolBusy)
    expect(refused[0].retryAfterSeconds).toBeGreaterThanOrEqual(1)
    expect(prepared).toBe(5)
  })

  it('says what the child says, and goes on with it', async () => {
    const { run } = poolOf()
    const pid = await run('pid')
    await expect(run('fail')).rejects.toThrow(new ChildFault('failed', 'it cannot be set'))
    expect(await run('pid')).toBe(pid)
  })

  it('loses only the order of a child that hangs, dies or is killed', async () => {
    const { pool, run } = poolOf({ timeoutMs: 6_000, size: 1 })
    const [hung, after] = await Promise.allSettled([run('hang'), run('pid')])
    expect(hung).toMatchObject({ status: 'rejected', reason: { reason: 'timeout' } })
    expect(after.status).toBe('fulfilled')
    await expect(run('exit')).rejects.toMatchObject({ reason: 'ended', message: expect.stringContaining('code 3') })
    const waiting = run('hang')
    const [pid = 0] = pool.pids
    process.kill(pid, 'SIGKILL')
    await expect(waiting).rejects.toMatchObject({ reason: 'ended' })
    expect(await run('pid')).not.toBe(pid)
  }, 60_000)

  it('ends a child that takes too much memory', async () => {
    const { run } = poolOf({ size: 1 })
    await expect(run('grow')).rejects.toMatchObject({ reason: 'ended' })
    expect(await run('pid')).toBeGreaterThan(0)
  }, 60_000)

  it('replaces a child after its share of jobs, and one that holds too much', async () => {
    const worn = poolOf({ jobsPerChild: 2, size: 1 })
    const pids = [await worn.run('pid'), await worn.run('pid'), await worn.run('pid')]
    expect(pids[1]).toBe(pids[0])
    expect(pids[2]).not.toBe(pids[1])
    const large = poolOf({ wornMb: 1, size: 1 })
    expect(await large.run('pid')).not.toBe(await large.run('pid'))
  })

  it('ends a child that has no work for long', async () => {
    const { pool, run } = poolOf({ idleMs: 50 })
    await run('pid')
    await expect.poll(() => pool.pids, { timeout: 10_000 }).toEqual([])
  })

  it('hands on what the order throws, and keeps the child', async () => {
    const { pool, run } = poolOf()
    const pid = await run('pid')
    await expect(pool.run(() => Promise.reject(new Error('no such week')))).rejects.toThrow('no such week')
    expect(await run('pid')).toBe(pid)
  })

  it('leaves no child behind when the parent is killed, and does not keep an idle parent alive', async () => {
    const parent = (then: string) => {
      const script = `
        import { ChildPool } from ${JSON.stringify(resolve('lib/process/child-pool.ts'))}
        const pool = new ChildPool(${JSON.stringify({ ...OPTIONS, timeoutMs: 10_000 })})
        console.log(await pool.run(async () => 'pid'))
        ${then}`
      const node = ['--import', 'tsx', '--input-type=module', '-e', script]
      try {
        return Number(execFileSync(process.execPath, node, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))
      } catch (error) {
        return Number(error instanceof Error && 'stdout' in error ? error.stdout : error)
      }
    }
    const killed = "setTimeout(() => process.kill(process.pid, 'SIGKILL'), 300); await pool.run(async () => 'hang')"
    for (const then of ['', killed]) {
      const pid = parent(then)
      expect(pid).toBeGreaterThan(0)
      await expect.poll(() => isAlive(pid), { timeout: 30_000 }).toBe(false)
    }
  }, 120_000)
})

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
