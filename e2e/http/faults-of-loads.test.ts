/**
 * Faults while data are loaded, only in a long run: two instances load at once, the disk of the database is full, the clock is
 * set forward and back. Each load is there whole or not at all, and `npm run verify` finds the store whole.
 */
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, mkdtemp, rm, statfs, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { ACCEPTABLE } from '@/lib/import/outcome/hold'
import { factorCsv } from '@/lib/testing/import/sample-files'
import { IS_LONG_RUN } from '@/lib/testing/run/run-mode'
import { makeInstanceFolder, startInstance } from '@/lib/testing/run/test-instance'
import { connect, mountsDisks, runCommand, storeUrl } from './fault-tools'

const RECOVERY_MAX_MS = 15_000
const TOKEN = 'the-token-of-a-test-of-faults'
const DAY = '2024-08-30'
const CODES = ['intraday-skewness', 'large-order-driven-gain']
/** Moves the clock of a program, but not the time that it measures. */
const CLOCK = ['/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1'].find(existsSync)

type Instance = Awaited<ReturnType<typeof startInstance>>
const loaded = z.object({ version: z.int() })

/** Ends what a test has started, the last first. */
const ends: (() => Promise<unknown>)[] = []

describe.runIf(IS_LONG_RUN)('a load', { timeout: 300_000 }, () => {
  afterEach(async () => {
    for (const end of ends.splice(0).reverse()) await end()
  })

  test('is one of two that two instances make at the same time, and both read both', async () => {
    const folder = await newFolder()
    const one = await start(folder)
    const other = await start(await newFolder(), { DATABASE_URL: await storeUrl(folder) })
    for (let turn = 1; turn <= 3; turn++) {
      const loads = [one, other].map((instance, index) => load(instance, restated(CODES[index] ?? '', turn)))
      const versions = (await Promise.all(loads)).map(versionOf).sort((a, b) => a - b)
      expect(versions[1]).toBe(Number(versions[0]) + 1)
      for (const instance of [one, other]) await reads(instance, `data version ${versions[1]}\n`)
    }
    expect(runCommand(folder, 'verify')).toContain('The store is whole.')
  })

  test.runIf(mountsDisks())('is whole or absent when the disk of the database is full', async () => {
    const folder = await newFolder()
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=400m,mode=0711', 'none', folder])
    ends.push(async () => execFileSync('umount', [folder]))
    let instance = await start(folder)
    const before = await versionNow(instance)
    const rows = await allRows(folder)
    const file = factorCsv(...rows)
    const filler = join(folder, 'filler')
    const { bavail, bsize } = await statfs(folder)
    await writeFile(filler, Buffer.alloc(bavail * bsize - 2_000_000))

    const answer = await load(instance, file)
    expect(answer.status).toBeGreaterThanOrEqual(500)
    expect(answer.text).toMatch(/title|try again/)
    await rm(filler)
    // PostgreSQL ends when it cannot write its log, and the product with it.
    const ended = await Promise.race([instance.ended, sleep(5_000).then(() => null)])
    if (ended !== null) instance = await start(folder)
    await reads(instance, `data version ${before}\n`)
    expect(versionOf(await load(instance, file))).toBe(before + 1)
    await reads(instance, `data version ${before + 1}\n`)
    await instance.stop()
    expect(runCommand(folder, 'verify')).toContain('The store is whole.')
  })

  test.runIf(CLOCK)('is seen at once, whether the clock is set forward or back', async () => {
    const folder = await newFolder()
    const clock = join(folder, 'clock')
    await writeFile(clock, '+0', { mode: 0o644 })
    const settings = { LD_PRELOAD: CLOCK ?? '', FAKETIME_TIMESTAMP_FILE: clock, FAKETIME_CACHE_DURATION: '1' }
    const instance = await start(folder, {
      ...settings,
      ...{ FAKETIME_DONT_FAKE_MONOTONIC: '1', DONT_FAKE_MONOTONIC: '1', FACTOR_WEEKLY_TODAY: '' },
    })
    for (const [turn, shift] of ['+400d', '-400d', '+0', '-1h'].entries()) {
      await writeFile(clock, shift)
      await sleep(2_000)
      const version = versionOf(await load(instance, restated(CODES[0] ?? '', turn + 1)))
      const page = await (await fetch(`${instance.address}/en/factors/${CODES[0]}`)).text()
      expect(page).toContain(`/v${version}.`)
      await reads(instance, `data version ${version}\n`)
      for (const path of ['/', `/weeks/2024-0${turn + 1}-19`]) {
        expect((await fetch(instance.address + path)).status).toBe(200)
      }
    }
    expect(runCommand(folder, 'verify')).toContain('The store is whole.')
  })
})

async function newFolder(): Promise<string> {
  const folder = await makeInstanceFolder()
  ends.push(() => rm(folder, { recursive: true, force: true }))
  return folder
}

async function start(folder: string, settings: Record<string, string> = {}): Promise<Instance> {
  const cache = await mkdtemp(join(tmpdir(), 'factor-weekly-cache-'))
  await chmod(cache, 0o711)
  const instance = await startInstance(folder, { IMPORT_TOKEN: TOKEN, CACHE_DIR: cache, ...settings })
  ends.push(async () => {
    await instance.stop()
    await rm(cache, { recursive: true })
  })
  return instance
}

/** Returns a file that restates one return of a factor. */
function restated(code: string, turn: number): string {
  return factorCsv(`${DAY},${code},${turn / 1_000},0.001,0.002`)
}

/** Returns the rows of all factors, each with another return of its long leg. */
async function allRows(folder: string): Promise<string[]> {
  const client = await connect(folder)
  try {
    const { rows } = await client.query<{ row: string }>(
      `select concat_ws(',', date::text, factor_code, round((long_return + 0.00001)::numeric, 6), short_return, benchmark_return) as row
       from factor_return where until_version = 2147483647 order by date, factor_code`,
    )
    return rows.map(({ row }) => row)
  } finally {
    await client.end()
  }
}

interface Answer {
  status: number
  text: string
}

async function load({ address }: Instance, body: string): Promise<Answer> {
  const answer = await fetch(`${address}/api/v1/imports?name=restated.csv&accept=${ACCEPTABLE.join(',')}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${TOKEN}` },
    body,
  })
  return { status: answer.status, text: await answer.text() }
}

function versionOf({ status, text }: Answer): number {
  if (status !== 201) throw new Error(`a load was answered ${status}: ${text}`)
  return loaded.parse(JSON.parse(text)).version
}

async function versionNow({ address }: Instance): Promise<number> {
  return Number((await (await fetch(`${address}/readyz`)).text()).replace(/\D/g, ''))
}

/** Waits until an instance reads a version. */
async function reads({ address }: Instance, readiness: string): Promise<void> {
  const ready = async () => fetch(`${address}/readyz`).then((answer) => answer.text())
  await expect.poll(ready, { timeout: RECOVERY_MAX_MS, interval: 200 }).toBe(readiness)
}
