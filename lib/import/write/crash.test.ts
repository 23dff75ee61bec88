/**
 * Kills the loading process and PostgreSQL at random moments of a load of two files: both are stored, or neither.
 * A long run kills each of them 50 times; TEST_SEED=… repeats the moments of a run that failed.
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
import type { Database } from '@/lib/boot/postgres/database'
import { openEmbeddedDatabase } from '@/lib/boot/postgres/open-embedded'
import { verifyStore } from '@/lib/cli/verify'
import { prisma } from '@/lib/db/client'
import { applyMigrations } from '@/lib/db/migrations/apply-migrations'
import { importCatalogue } from '@/lib/import/import-catalogue'
import { importFiles } from '@/lib/import/import-files'
import { ACCEPTABLE } from '@/lib/import/outcome/hold'
import { programPath } from '@/lib/process/project-folder'
import { checkVersions } from '@/lib/store/check-versions'
import { shanghaiDays } from '@/lib/testing/calendar/shanghai'
import { factorCsv, makeSampleFolder, SAMPLE_CATALOGUE, type SampleFolder } from '@/lib/testing/import/sample-files'
import { sizeOfRun, TEST_SEED } from '@/lib/testing/run/run-mode'
import { createRandom } from '@/prisma/demo/random'

const CRASHES = sizeOfRun({ usual: 4, long: 100 })
const TIME_LIMIT_MS = 60_000 + CRASHES * 60_000

const DAYS = shanghaiDays('2018-01-02', '2024-08-30')

/** Before rows are staged; while they are staged, compared and written; while they are committed. */
const PHASES = ['begun', 'writing', 'committing'] as const
type Phase = (typeof PHASES)[number]

const random = createRandom(`${TEST_SEED} crash`)
let folder: string
let samples: SampleFolder
let database: Database
/** The duration of each phase in a new process without a crash. */
let usualMs: Record<Phase, number>
let round = 0

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'factor-weekly-crash-'))
  await chmod(folder, 0o711)
  samples = await makeSampleFolder()
  await openDatabase()
  await applyMigrations(database.url)
  await importCatalogue({ path: await samples.write('catalogue.json', JSON.stringify(SAMPLE_CATALOGUE)) })
  await importFiles((await nextFiles()).files, { accept: ACCEPTABLE })
  usualMs = await timeLoad()
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

it(
  'when the loading process is killed, or PostgreSQL is killed, stopped at once, or loses the process of the load',
  { timeout: TIME_LIMIT_MS },
  () => crashAgainAndAgain([end, killPostmaster, stopAtOnce, killBackend]),
)

type Kill = (child: ChildProcess) => Promise<void>

/** Combines each of four ways to kill with each of three phases, in twelve crashes. */
async function crashAgainAndAgain(kills: Kill[]): Promise<void> {
  let next = startLoader()
  for (let crash = 0; crash < CRASHES; crash++) {
    const child = await next
    if (crash < CRASHES - 1) next = startLoader()
    const phase = PHASES[crash % PHASES.length]
    const kill = kills[crash % kills.length]
    if (!phase || !kill) throw new RangeError('there is a phase and a way for every crash')
    await loadAndDisturb(child, phase, kill)
    await end(child)
  }
  expect(await verifyStore()).toEqual([])
}

/** Writes two files of one load, whose values differ in every round. */
async function nextFiles(): Promise<{ files: { path: string }[]; rows: string[] }> {
  round += 1
  const files: { path: string }[] = []
  const rows: string[] = []
  for (const [at, code] of ['skewness', 'network'].entries()) {
    const own = DAYS.map(
      (day, index) => `${day},${code},0.0${index + 1000},-0.00${round + 1000},${at === 0 ? 0 : 0.001}`,
    )
    files.push({ path: await samples.write(`${code}-${round}.csv`, factorCsv(...own)) })
    rows.push(...own)
  }
  return { files, rows }
}

async function startLoader(): Promise<ChildProcess> {
  const child = fork(programPath('testing/loader-process'), { execArgv: [] })
  await once(child, 'message')
  return child
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
}

const loaderMessage = z.object({ phase: z.string(), version: z.int().nullish() })

/** Resolves when a loader reaches `phase`, finishes its load or exits; with the version that it has created. */
function reach(child: ChildProcess, phase: Phase | 'over'): Promise<number | null> {
  return new Promise((resolve) => {
    child.on('message', (message) => {
      const { phase: at, version } = loaderMessage.parse(message)
      if (at === phase || at === 'over') resolve(version ?? null)
    })
    child.once('exit', () => resolve(null))
  })
}

async function timeLoad(): Promise<typeof usualMs> {
  const child = await startLoader()
  const at = (phase: Phase | 'over') => reach(child, phase).then(() => performance.now())
  const moments = Promise.all([at('begun'), at('writing'), at('committing'), at('over')])
  child.send({ paths: pathsOf((await nextFiles()).files), url: database.url })
  const [begun, writing, committing, over] = await moments
  await end(child)
  return { begun: writing - begun, writing: committing - writing, committing: over - committing }
}

/** Loads files, kills a process at a random moment, checks the store, and loads the files again. */
async function loadAndDisturb(child: ChildProcess, phase: Phase, kill: Kill): Promise<void> {
  const before = await stateOf()
  const { files, rows } = await nextFiles()
  const [reached, over] = [reach(child, phase), reach(child, 'over')]
  child.send({ paths: pathsOf(files), url: database.url })
  await reached
  const momentMs = random.uniform() * usualMs[phase]
  await sleep(momentMs)
  await kill(child)
  const version = await over
  const at = `TEST_SEED=${TEST_SEED}: ${kill.name} ${momentMs.toFixed(1)} of ${usualMs[phase].toFixed(1)} ms after ${phase}`
  const after = await stateOf()
  expect([before.version, before.version + files.length], at).toContain(after.version)
  const isThere = after.version > before.version
  expect(after.values, at).toEqual(isThere ? rowsStored(rows) : before.values)
  expect(after.findings, at).toEqual([])
  if (version !== null) expect(isThere, at).toBe(true)
  const again = await importFiles(files, { accept: ACCEPTABLE })
  const versions = files.map((_, index) => ({ version: isThere ? null : before.version + index + 1, faults: [] }))
  expect(again, at).toMatchObject(versions)
  expect((await stateOf()).values, at).toEqual(rowsStored(rows))
}

function pathsOf(files: { path: string }[]): string[] {
  return files.map(({ path }) => path)
}

/** Returns rows in the form and the order of the query in stateOf. */
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

interface State {
  version: number
  values: string[]
  findings: string[]
}

/** What a session says when PostgreSQL ends all of them, which it may still do just after a crash. */
const LOST = /ECONNRESET|EPIPE|terminat|recovery|shutting down|starting up/

/** Reads the state of the store; again when the session is lost with a server that recovers. */
async function stateOf(): Promise<State> {
  const deadline = Date.now() + 60_000
  for (;;) {
    try {
      return await readState()
    } catch (error) {
      if (!LOST.test(String(error)) || Date.now() > deadline) throw error
      await sleep(100)
    }
  }
}

/**
 * Reads the newest version, its values and the findings of `npm run verify`, after a killed load has released its lock.
 */
async function readState(): Promise<State> {
  const client = await connect()
  try {
    await client.query('begin')
    await client.query('select pg_advisory_xact_lock(7310001)')
    const { rows: versions } = await client.query('select coalesce(max(id), 0) as version from data_version')
    const { rows } = await client.query(`
      select concat_ws(',', date, factor_code, long_return, short_return, benchmark_return) as row
      from factor_return where until_version = 2147483647`)
    const [{ version }] = z.tuple([z.object({ version: z.int() })]).parse(versions)
    const values = stored.parse(rows).map(({ row }) => row)
    return { version, values: rowsStored(values), findings: await checkVersions(client) }
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** Connects; a server that recovers refuses connections at first. */
async function connect(): Promise<Client> {
  const deadline = Date.now() + 60_000
  for (;;) {
    const client = new Client({ connectionString: database.url })
    // A session that is lost between two queries fails the next one.
    client.on('error', () => {})
    try {
      await client.connect()
      return client
    } catch (error) {
      if (Date.now() > deadline) throw error
      await sleep(100)
    }
  }
}

/** Kills the main process, with which all others end; the next start recovers. */
async function killPostmaster(): Promise<void> {
  const [pid] = (await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')
  process.kill(Number(pid), 'SIGKILL')
  await database.lost
  await openDatabase()
}

/** Stops PostgreSQL by immediate shutdown. */
async function stopAtOnce(): Promise<void> {
  database.kill()
  await database.lost
  await openDatabase()
}

/** Kills the backend of the load, or any other: the server then ends all of its processes and recovers by itself. */
async function killBackend(): Promise<void> {
  const client = await connect()
  client.on('error', () => {})
  const { rows } = await client.query(`
    select coalesce((select pid from pg_locks where locktype = 'advisory' and objid = 7310001 and granted limit 1),
                    pg_backend_pid()) as pid`)
  const [{ pid }] = z.tuple([z.object({ pid: z.int() })]).parse(rows)
  process.kill(pid, 'SIGKILL')
  await client.end().catch(() => {})
  await prisma.$disconnect()
}
