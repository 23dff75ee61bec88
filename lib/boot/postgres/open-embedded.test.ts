/** The embedded database is created, killed with its owner, taken over and stopped. */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { programPath } from '@/lib/process/project-folder'
import { openEmbeddedDatabase } from './open-embedded'

let folder: string
const owners: ChildProcess[] = []
/** The owner of the running database, which the next test may use. */
let running: Owned | null = null

interface Owned {
  owner: ChildProcess
  url: string
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'factor-weekly-test-'))
  await chmod(folder, 0o711)
})

afterAll(async () => {
  for (const owner of owners) owner.kill('SIGKILL')
  // Takes over a server that a killed owner left, to stop it.
  if (existsSync(postmasterFile())) await (await openEmbeddedDatabase(folder)).close()
  await rm(folder, { recursive: true })
})

it('keeps its data when its owner is killed, and is taken over by the next', async () => {
  const first = await own()
  await query(first.url, 'CREATE TABLE kept AS SELECT 42 AS answer')
  const postmaster = await readPostmasterPid()
  await kill(first.owner)

  const second = await own()
  expect(await readPostmasterPid()).toBe(postmaster)
  expect(await query(second.url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }])
})

it('belongs to one owner at a time', async () => {
  await own()
  await expect(openEmbeddedDatabase(folder)).rejects.toThrow(`already running on ${folder}`)
})

it('hides its password from other users', async () => {
  await own()
  expect((await stat(join(folder, 'postgres.password'))).mode & 0o777).toBe(0o600)
})

it('recovers when PostgreSQL was killed too', async () => {
  const first = await own()
  await query(first.url, 'CREATE TABLE recovered AS SELECT 42 AS answer')
  const postmaster = await readPostmasterPid()
  await kill(first.owner)
  process.kill(postmaster, 'SIGKILL')

  const second = await own()
  expect(await readPostmasterPid()).not.toBe(postmaster)
  expect(await query(second.url, 'SELECT answer FROM recovered')).toEqual([{ answer: 42 }])
})

it('goes on with the same owner when one of its sessions is killed', async () => {
  const { url } = await own()
  const postmaster = await readPostmasterPid()
  const client = new Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')
  // once() of node:events would reject, since the lost connection is an error too.
  const ended = new Promise<void>((resolve) => client.once('end', () => resolve()))
  process.kill(Number(rows[0]?.pid), 'SIGKILL')
  await ended
  // Other sessions are ended too, so that the owner has to take its lock again.
  const isOwned = async () => query(url, OWNER_LOCKS).catch(() => [])
  await expect.poll(isOwned, { timeout: 15_000 }).toEqual([{ owners: 1 }])
  expect(await readPostmasterPid()).toBe(postmaster)
})

it('leaves no server behind on SIGTERM', async () => {
  const { owner, url } = await own()
  expect(await stop(owner)).toBe(0)
  // Not by its process id, which stays in the table when no parent collects ended processes.
  await expect(query(url, 'SELECT')).rejects.toThrow('ECONNREFUSED')
  await expect(readPostmasterPid()).rejects.toThrow('ENOENT')
})

it('starts although its old process id now belongs to another program', async () => {
  const first = await own()
  const postmaster = await readPostmasterPid()
  const left = await readFile(postmasterFile(), 'utf8')
  expect(await stop(first.owner)).toBe(0)
  await writeFile(postmasterFile(), left.replace(`${postmaster}`, `${process.pid}`))

  const second = await own()
  expect(await query(second.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
})

it('refuses a folder that another PostgreSQL has written', async () => {
  const { owner } = await own()
  expect(await stop(owner)).toBe(0)
  const file = join(folder, 'postgres', 'PG_VERSION')
  const major = await readFile(file, 'utf8')
  await writeFile(file, '9\n')
  await expect(openEmbeddedDatabase(folder)).rejects.toThrow(`was written by PostgreSQL 9, and this is ${major.trim()}`)
  await writeFile(file, major)
})

/** Returns the owner of the database; starts one unless the last one still runs. */
async function own(): Promise<Owned> {
  if (running !== null) return running
  const owner = fork(programPath('testing/database-owner'), [folder], { execArgv: [] })
  owners.push(owner)
  const [url] = await once(owner, 'message')
  running = { owner, url: String(url) }
  return running
}

async function kill(owner: ChildProcess): Promise<void> {
  running = null
  owner.kill('SIGKILL')
  await once(owner, 'exit')
}

async function stop(owner: ChildProcess): Promise<number> {
  running = null
  owner.kill('SIGTERM')
  const [code] = await once(owner, 'exit')
  return Number(code)
}

async function query(url: string, statement: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query(statement).finally(() => client.end())
  return rows
}

const postmasterFile = () => join(folder, 'postgres', 'postmaster.pid')

async function readPostmasterPid(): Promise<number> {
  return Number.parseInt(await readFile(postmasterFile(), 'utf8'), 10)
}

const OWNER_LOCKS = `SELECT count(*)::int AS owners FROM pg_locks WHERE locktype = 'advisory' AND objid = 7310000`
