/**
 * A matrix of faults, only in a long run: processes are killed or stopped, tables locked, connections and disks used up.
 * Each says what a reader sees meanwhile, ends with pages being made again within fifteen seconds, and leaves a store
 * that `npm run verify` finds whole.
 */
import { execFileSync } from 'node:child_process'
import { mkdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { lastDaysOfWeeks } from '@/lib/base/dates'
import { withDatabase } from '@/lib/boot/postgres/databases'
import { shanghaiDays } from '@/lib/testing/calendar/shanghai'
import { IS_LONG_RUN } from '@/lib/testing/run/run-mode'
import { makeInstanceFolder, startInstance } from '@/lib/testing/run/test-instance'
import { childrenOf, connect, mountsDisks, postmaster, processesOf, runCommand, storeUrl } from './fault-tools'

const RECOVERY_MAX_MS = 15_000
const HEALTH_MAX_MS = 100
const KEPT_MAX_MS = 2_000
const KEPT = '/weeks/2024-08-30'

let folder: string
let instance: Awaited<ReturnType<typeof startInstance>>
/** A page that nobody has asked for is made from the store. */
let asked = 0

describe.runIf(IS_LONG_RUN)('a reader', { timeout: 240_000 }, () => {
  beforeAll(async () => {
    folder = await makeInstanceFolder()
    await start()
  }, 300_000)

  afterAll(async () => {
    await instance.stop()
    await rm(folder, { recursive: true, force: true })
  })

  afterEach(async () => {
    await recovered()
    expect(runCommand(folder, 'verify')).toContain('The store is whole.')
  })

  test('goes on reading when a session of PostgreSQL is killed', async () => {
    const [backend = 0] = await processesOf(folder, 'factor_weekly factor_weekly')
    process.kill(backend, 'SIGKILL')
    expect((await read(KEPT)).status).toBe(200)
    expect([200, 503]).toContain((await read(newPage())).status)
    await recovered()
  })

  test('sees kept pages with their age while PostgreSQL is stopped, and 503 for others', async () => {
    const all = [await postmaster(folder), ...(await processesOf(folder, ''))]
    for (const pid of all) process.kill(pid, 'SIGSTOP')
    try {
      const health: Answer[] = []
      const kept: Answer[] = []
      for (const end = performance.now() + 30_000; performance.now() < end; await sleep(500)) {
        health.push(await read('/healthz'))
        kept.push(await read(KEPT))
      }
      expectAnswers(health, HEALTH_MAX_MS)
      expectAnswers(kept, KEPT_MAX_MS)
      const { headers, body } = await read(KEPT)
      expect(Number(headers.get('age'))).toBeGreaterThan(20)
      expect(body).toContain('数据库暂时没有应答')
      const other = await read(newPage())
      expect([other.status, other.headers.get('retry-after')]).toEqual([503, '5'])
      expect(other.ms).toBeLessThan(KEPT_MAX_MS)
      expect((await read('/readyz')).status).toBe(503)
    } finally {
      for (const pid of all) process.kill(pid, 'SIGCONT')
    }
    await recovered()
    const { headers, body } = await read(KEPT)
    expect(headers.get('age')).toBeNull()
    expect(body).not.toContain('数据库暂时没有应答')
  })

  test.each(['factor_return', 'data_version'])('does not wait for %s, which somebody has locked', async (table) => {
    const locker = await connect(folder)
    try {
      await locker.query(`BEGIN; LOCK TABLE ${table}`)
      const blocked = Array.from({ length: 20 }, () => read(newPage()))
      const health: Answer[] = []
      const kept: Answer[] = []
      for (const end = performance.now() + 8_000; performance.now() < end; await sleep(300)) {
        health.push(await read('/healthz'))
        kept.push(await read(KEPT))
      }
      expectAnswers(health, HEALTH_MAX_MS)
      expectAnswers(kept, KEPT_MAX_MS)
      const statuses = (await Promise.all(blocked)).map(({ status }) => status)
      expect(statuses).toEqual(statuses.map(() => 503))
    } finally {
      await locker.end()
    }
    await recovered()
  })

  test('goes on reading what is kept when the process of Next is killed, and gets the rest soon', async () => {
    const waiting = Array.from({ length: 5 }, () => read(newPage()))
    kill('next-server')
    const health: Answer[] = []
    while (health.length < 5) health.push(await read('/healthz'))
    expectAnswers(health, HEALTH_MAX_MS)
    expect((await read(KEPT)).status).toBe(200)
    const answers = [...(await Promise.all(waiting)), await read(newPage())]
    for (const { status, headers } of answers) {
      expect([200, 503]).toContain(status)
      if (status === 503) expect(headers.get('retry-after')).toBe('2')
    }
    expect(answers.at(-1)?.status).toBe(200)
    // Its documents are made by processes that ended with it.
    expect((await read(`${newPage()}/report.pdf`)).status).toBe(200)
  })

  test('goes on reading what is kept while the process of Next is stopped', async () => {
    const [pid = 0] = childrenOf(instance.pid, 'next-server')
    process.kill(pid, 'SIGSTOP')
    const others = Array.from({ length: 5 }, () => read(newPage()))
    try {
      const health: Answer[] = []
      const kept: Answer[] = []
      for (const end = performance.now() + 10_000; performance.now() < end; await sleep(300)) {
        health.push(await read('/healthz'))
        kept.push(await read(KEPT))
      }
      expectAnswers(health, HEALTH_MAX_MS)
      expectAnswers(kept, KEPT_MAX_MS)
    } finally {
      process.kill(pid, 'SIGCONT')
    }
    // The first had its turn; the others have waited for theirs too long.
    const statuses = (await Promise.all(others)).map(({ status }) => status)
    expect(statuses).toEqual([200, 503, 503, 503, 503])
  })

  test('gets new pages again when the process of Next does not answer any more', async () => {
    const [pid = 0] = childrenOf(instance.pid, 'next-server')
    process.kill(pid, 'SIGSTOP')
    const waiting = read(newPage())
    expect((await read('/readyz')).status).toBe(503)
    // It is ended after twenty seconds, and started again.
    expect((await waiting).status).toBe(503)
    expect(childrenOf(instance.pid, 'next-server')).not.toContain(pid)
  })

  test('gets a document after the process that makes it was killed', async () => {
    const document = read(`${newPage()}/report.pdf`)
    await expect.poll(() => childrenOf(instance.pid, 'pdf-worker').length, { timeout: 20_000 }).toBeGreaterThan(0)
    kill('pdf-worker')
    expect([200, 500]).toContain((await document).status)
    expect((await read(`${KEPT}/report.pdf`)).status).toBe(200)
  })

  test('who goes away before the document is made leaves no process at work', async () => {
    const paths = Array.from({ length: 6 }, () => `${newPage()}/report.pdf`)
    const gone = new AbortController()
    const left = paths.map((path) => fetch(instance.address + path, { signal: gone.signal }).catch(() => null))
    // Both processes work while four documents wait.
    await expect.poll(() => childrenOf(instance.pid, 'pdf-worker').length, { timeout: 20_000 }).toBe(2)
    gone.abort()
    await Promise.all(left)
    await expect.poll(() => childrenOf(instance.pid, 'pdf-worker').length, { timeout: 5_000 }).toBe(0)
  })

  test('gets 503 with Retry-After among a thousand others, and health checks are answered', async () => {
    const flood = Array.from({ length: 1_000 }, (_, index) => read(`/factors?text=${index}`))
    const health = await Promise.all(
      Array.from({ length: 5 }, (_, index) => sleep(index * 200).then(() => read('/healthz'))),
    )
    expect(health.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
    const answers = await Promise.all(flood)
    const refused = answers.filter(({ status }) => status === 503)
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 503]))
    expect(refused.every(({ headers }) => headers.get('retry-after') !== null)).toBe(true)
    await recovered()
  })

  test('gets a page or 503 with Retry-After when the pool has five connections', async () => {
    const admin = await connect(folder)
    const url = new URL(withDatabase(await storeUrl(folder), 'five'))
    Object.assign(url, { username: 'five', password: 'five' })
    await admin.query(`CREATE ROLE five LOGIN PASSWORD 'five' CONNECTION LIMIT 5`)
    await admin.query('CREATE DATABASE five OWNER five')
    await admin.end()
    const other = await startInstance(folder, { DATABASE_URL: url.href })
    try {
      const pages = Array.from({ length: 60 }, () => read(newPage(), other.address))
      const statuses = (await Promise.all(pages)).map(({ status }) => status)
      expect(statuses.filter((status) => status !== 200 && status !== 503)).toEqual([])
      expect(statuses.filter((status) => status === 200).length).toBeGreaterThan(0)
    } finally {
      await other.stop()
    }
  })

  test.runIf(mountsDisks())('gets documents when the disk that keeps them is full or read-only', async () => {
    const disk = join(tmpdir(), `factor-weekly-disk-${process.pid}`)
    await mkdir(disk)
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'none', disk])
    try {
      await restart({ CACHE_DIR: disk })
      for (const path of [KEPT, newPage()]) expect((await read(`${path}/report.pdf`)).status).toBe(200)
      execFileSync('mount', ['-o', 'remount,ro', disk])
      for (const path of [KEPT, newPage()]) expect((await read(`${path}/report.pdf`)).status).toBe(200)
      await restart()
    } finally {
      execFileSync('umount', [disk])
      await rm(disk, { recursive: true })
    }
  })

  test.each([
    ['the web server', () => childrenOf(instance.pid, 'front-server')],
    ['the program of npm start', () => [instance.pid]],
    ['PostgreSQL', async () => [await postmaster(folder)]],
  ])('finds everything after a restart when %s was killed', async (_, find) => {
    for (const pid of await find()) process.kill(pid, 'SIGKILL')
    expect(await instance.ended).not.toBe(0)
    const begun = performance.now()
    await start()
    expect(performance.now() - begun).toBeLessThan(RECOVERY_MAX_MS)
  })
})

async function start(settings: Record<string, string> = {}): Promise<void> {
  instance = await startInstance(folder, settings)
  expect((await read(KEPT)).status).toBe(200)
}

async function restart(settings: Record<string, string> = {}): Promise<void> {
  await instance.stop()
  await start(settings)
}

interface Answer {
  status: number
  headers: Headers
  body: string
  ms: number
}

async function read(path: string, address = instance.address): Promise<Answer> {
  const begun = performance.now()
  const answer = await fetch(address + path, { headers: { connection: 'close' } })
  const body = await answer.text()
  return { status: answer.status, headers: answer.headers, body, ms: performance.now() - begun }
}

/** Expects answers of status 200, half of them within a time, since a test machine is busy at moments. */
function expectAnswers(answers: Answer[], medianMaxMs: number): void {
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
  const times = answers.map(({ ms }) => ms).sort((a, b) => a - b)
  expect(times[Math.floor(times.length / 2)]).toBeLessThan(medianMaxMs)
}

const WEEKS = lastDaysOfWeeks(shanghaiDays('2015-01-05', '2024-08-23'))

/** Returns the address of a week that nobody has asked for. */
function newPage(): string {
  asked += 1
  return `/weeks/${WEEKS[asked]}`
}

function kill(program: string): void {
  for (const pid of childrenOf(instance.pid, program)) process.kill(pid, 'SIGKILL')
}

/** Waits until a page is made from the store again. */
async function recovered(): Promise<void> {
  const isMade = async () => [(await read(newPage())).status, (await read('/readyz')).status]
  await expect.poll(isMade, { timeout: RECOVERY_MAX_MS, interval: 500 }).toEqual([200, 200])
}
