/** Stores of the first two migrations are brought up to date, also when that was interrupted. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { createDatabase, dropDatabase, randomDatabaseName, withDatabase } from '@/lib/boot/postgres/databases'
import { programPath } from '@/lib/process/project-folder'
import { emptyStore } from '@/lib/testing/database/test-store'
import { applyMigrations } from './apply-migrations'

const ALL = readdirSync('prisma/migrations')
  .filter((name) => /^\d+_/.test(name))
  .sort()
const OLD = ALL.slice(0, 2)
const LATER = ALL.slice(2)
/** This one alters the table of markets. */
const BLOCKED = '20241128000000_calendars_are_data'
const AFTER = ALL.slice(ALL.indexOf(BLOCKED) + 1)

describe('a store that is up to date', () => {
  const store = emptyStore('nothing')

  it('is not changed', async () => {
    expect(await applyMigrations(store.url)).toEqual([])
  })

  it('reads its own history on a server that writes dates in another order', async () => {
    const client = await connect(store.url)
    const { rows } = await client.query<{ name: string }>('SELECT current_database() AS name')
    await client.query(`ALTER DATABASE ${client.escapeIdentifier(rows[0]?.name ?? '')} SET datestyle = 'German, DMY'`)
    await client.end()
    expect(await applyMigrations(store.url)).toEqual([])
  })

  it('is refused with the name of a migration that a newer program has applied', async () => {
    const client = await connect(store.url)
    await client.query(`
      INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at)
      VALUES ('x', 'x', '20991231000000_newer', now())`)
    await client.end()
    await expect(applyMigrations(store.url)).rejects.toThrow(
      'written by a newer version of Factor Weekly (its migration 20991231000000_newer is not known here)',
    )
  })
})

describe('an older store', () => {
  const oldUrl = withDatabase(inject('templateUrl'), randomDatabaseName())
  let folder: string
  let url: string
  let client: Client

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'factor-weekly-migrations-'))
    for (const name of OLD) await cp(`prisma/migrations/${name}`, join(folder, name), { recursive: true })
    await createDatabase(oldUrl)
    expect(await applyMigrations(oldUrl, folder)).toEqual(OLD)
  })

  afterAll(async () => {
    await dropDatabase(oldUrl)
    await rm(folder, { recursive: true })
  })

  beforeEach(async () => {
    url = withDatabase(oldUrl, randomDatabaseName())
    await createDatabase(url, oldUrl)
    client = await connect(url)
  })

  afterEach(async () => {
    await client.end()
    await dropDatabase(url)
  })

  it('is brought up to date once by two instances that start at the same time', async () => {
    const applied = await Promise.all([applyMigrations(url), applyMigrations(url)])
    expect(applied.toSorted((a, b) => b.length - a.length)).toEqual([LATER, []])
  })

  it('goes on when the process is killed during a migration, which its session finishes', async () => {
    await client.query('BEGIN; LOCK TABLE market')
    const migrator = fork(programPath('testing/migrator'), [url], { execArgv: [], stdio: 'ignore' })
    await untilWaiting()
    migrator.kill('SIGKILL')
    await once(migrator, 'exit')
    const next = applyMigrations(url)
    await client.query('COMMIT')
    expect(await next).toEqual(AFTER)
    expect(await unfinished()).toEqual([])
  })

  it('goes on when the session is killed during a migration, which is rolled back', async () => {
    await client.query('BEGIN; LOCK TABLE market')
    const ended = applyMigrations(url).catch((error: Error) => error.message)
    await untilWaiting()
    await client.query(`SELECT pg_terminate_backend(pid) FROM (${WAITING}) AS waiting; COMMIT`)
    expect(await ended).toMatch(/terminat/)
    expect(await unfinished()).toEqual([{ name: BLOCKED }])
    expect(await applyMigrations(url)).toEqual([BLOCKED, ...AFTER])
    expect(await unfinished()).toEqual([])
  })

  it('keeps nothing of a migration that fails, and applies it once it is mended', async () => {
    await client.query('ALTER TABLE market ADD COLUMN calendar int')
    await expect(applyMigrations(url)).rejects.toThrow(
      'could not be brought up to date (column "calendar" of relation "market" already exists)',
    )
    expect(await unfinished()).toEqual([{ name: BLOCKED }])
    await client.query('ALTER TABLE market DROP COLUMN calendar')
    expect(await applyMigrations(url)).toEqual([BLOCKED, ...AFTER])
  })

  async function untilWaiting(): Promise<void> {
    const isWaiting = async () => (await client.query(WAITING)).rowCount === 1
    await expect.poll(isWaiting, { timeout: 20_000 }).toBe(true)
  }

  async function unfinished(): Promise<unknown[]> {
    const { rows } = await client.query(`
      SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NULL AND rolled_back_at IS NULL`)
    return rows
  }
})

const WAITING = `SELECT pid FROM pg_locks WHERE relation = 'market'::regclass AND NOT granted`

async function connect(url: string): Promise<Client> {
  const client = new Client({ connectionString: url })
  await client.connect()
  return client
}
