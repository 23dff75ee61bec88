/**
 * The loading process and PostgreSQL are killed at random moments of a load: it is there whole, or not at all.
 * CRASHES=50 kills each of them so many times.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { tradingDays } from '@/lib/calendar/trading-calendar'
import { prisma } from '@/lib/db'
import { importCatalogue } from '@/lib/import/import-catalogue'
import { importFile } from '@/lib/import/import-file'
import { factorCsv, makeSampleFolder, SAMPLE_CATALOGUE, type SampleFolder } from '@/lib/import/sample-files'
import { applyMigrations } from '@/lib/server/apply-migrations'
import type { Database } from '@/lib/server/database'
import { openEmbeddedDatabase } from '@/lib/server/open-embedded'
import { verifyStore } from '@/lib/store/verify-cli'

const CRASHES = Number(process.env.CRASHES ?? '3')
const TIME_LIMIT_MS = 60_000 + CRASHES * 60_000

const DAYS = tradingDays('CN', '2018-01-02', '2024-08-30')

let folder: string
let samples: SampleFolder
let database: Database
/** How long a load takes when nobody disturbs it. */
let usualMs: number
let round = 0

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'factor-weekly-crash-'))
  await chmod(folder, 0o711)
  samples = await makeSampleFolder()
  await openDatabase()
  await applyMigrations(database.url)
  await importCatalogue({ path: await samples.write('catalogue.json', JSON.stringify(SAMPLE_CATALOGUE)) })
  await importFile({ path: (await nextFile()).path })
  const begun = performance.now()
  await importFile({ path: (await nextFile()).path })
  usualMs = performance.now() - begun
}, 240_000)

afterAll(async () => {
  await prisma.$disconnect()
  await database.close()
  await samples.remove()
  await rm(folder, { recursive: true })
})

async function openDatabase(): Promise<void> {
  await prisma.$disconnect()
  database = await openEmbeddedDatabase(folder)
  process.env.DATABASE_URL = database.url
}

it('when the loading process is killed', { timeout: TIME_LIMIT_MS }, async () => {
  let next = loader()
  for (let crash = 0; crash < CRASHES; crash++) {
    const child = await next
    next = loader()
    await loadAndDisturb(child, async () => {
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      await ended
    })
  }
  await end(await next)
  expect(await verifyStore()).toEqual([])
})

it('when PostgreSQL is killed, all of it or the process of the load', { timeout: TIME_LIMIT_MS }, async () => {
  for (let crash = 0; crash < CRASHES; crash++) {
    const child = await loader()
    const answered = once(child, 'message')
    await loadAndDisturb(child, async () => {
      await (crash % 2 === 0 ? killPostmaster : killBackend)()
      await answered
    })
    await end(child)
  }
  expect(await verifyStore()).toEqual([])
})

/** Every value is another one in each round. */
async function nextFile(): Promise<{ path: string; rows: string[] }> {
  round += 1
  const rows = ['skewness', 'network'].flatMap((code, at) =>
    DAYS.map((day, place) => `${day},${code},0.0${place + 1000},-0.00${round + 1000},${at === 0 ? 0 : 0.001}`),
  )
  return { path: await samples.write(`round-${round}.csv`, factorCsv(...rows)), rows }
}

async function loader(): Promise<ChildProcess> {
  const child = fork('lib/import/load-on-demand.fixture.ts', { execArgv: ['--import', 'tsx'] })
  await once(child, 'message')
  return child
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
}

/** Loads a file while something is killed at a random moment, and looks at what is there; then loads it again. */
async function loadAndDisturb(child: ChildProcess, kill: () => Promise<void>): Promise<void> {
  const before = await stateOf()
  const { path, rows } = await nextFile()
  const answers: unknown[] = []
  child.on('message', (answer) => answers.push(answer))
  child.send(path)
  const momentMs = Math.random() * 1.3 * usualMs
  await sleep(momentMs)
  await kill()
  const at = `killed after ${momentMs.toFixed(1)} of ${usualMs.toFixed(0)} ms`
  const after = await stateOf()
  expect([before.version, before.version + 1], at).toContain(after.version)
  const isThere = after.version > before.version
  expect(after.values, at).toEqual(isThere ? rowsStored(rows) : before.values)
  if (answers.some((answer) => z.object({ version: z.int() }).safeParse(answer).success)) expect(isThere, at).toBe(true)
  const again = await importFile({ path })
  expect(again, at).toMatchObject({ version: isThere ? null : before.version + 1, faults: [] })
  expect((await stateOf()).values, at).toEqual(rowsStored(rows))
}

/** In the form and the order in which the store is asked for them. */
function rowsStored(rows: string[]): string[] {
  return rows
    .map((row) =>
      row
        .split(',')
        .map((cell) => (/^-?\d*\.?\d+$/.test(cell) ? Number(cell) : cell))
        .join(),
    )
    .sort()
}

const stored = z.array(z.object({ row: z.string() }))

/** The newest version and its values. Waits for what a killed process has left: it holds the turn until it has ended. */
async function stateOf(): Promise<{ version: number; values: string[] }> {
  const client = await connect()
  try {
    await client.query('begin')
    await client.query('select pg_advisory_xact_lock(7310001)')
    const { rows: versions } = await client.query('select coalesce(max(id), 0) as version from data_version')
    const { rows } = await client.query(`
      select concat_ws(',', date, factor_code, long_return, short_return, benchmark_return) as row
      from factor_return where until_version is null`)
    const [{ version }] = z.tuple([z.object({ version: z.int() })]).parse(versions)
    const values = stored.parse(rows).map(({ row }) => row)
    return { version, values: values.map((row) => rowsStored([row]).join()).sort() }
  } finally {
    await client.end()
  }
}

/** A server that recovers refuses for a moment. */
async function connect(): Promise<Client> {
  const deadline = Date.now() + 60_000
  for (;;) {
    const client = new Client({ connectionString: database.url })
    try {
      await client.connect()
      return client
    } catch (error) {
      if (Date.now() > deadline) throw error
      await sleep(100)
    }
  }
}

/** All of the server's processes end with the first; the next start recovers. */
async function killPostmaster(): Promise<void> {
  const [pid] = (await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')
  process.kill(Number(pid), 'SIGKILL')
  await database.lost
  await openDatabase()
}

/** The server ends all of its processes when one is killed, and recovers by itself. */
async function killBackend(): Promise<void> {
  const client = await connect()
  client.on('error', () => {})
  const { rows } = await client.query(`
    select pid from pg_locks where locktype = 'advisory' and objid = 7310001 and granted`)
  for (const { pid } of z.array(z.object({ pid: z.int() })).parse(rows)) process.kill(pid, 'SIGKILL')
  await client.end().catch(() => {})
  await prisma.$disconnect()
}
