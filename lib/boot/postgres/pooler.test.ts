/** pgbouncer in transaction mode, only in a long run on a machine that has it. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { chmod } from 'node:fs/promises'
import { Client } from 'pg'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { freePort } from '@/lib/boot/port'
import { prisma } from '@/lib/db/client'
import { applyMigrations } from '@/lib/db/migrations/apply-migrations'
import { getReturns } from '@/lib/db/queries/get-returns'
import { sampleStore } from '@/lib/testing/database/test-store'
import { factorCsv } from '@/lib/testing/import/sample-files'
import { IS_LONG_RUN } from '@/lib/testing/run/run-mode'
import { openGivenDatabase } from './open-given'
import { postgresAccount } from './postgres-account'

const PGBOUNCER = '/usr/sbin/pgbouncer'
const IGNORED = 'ignore_startup_parameters = options, extra_float_digits, statement_timeout, lock_timeout'
const SESSION = `connect_query='SET TimeZone = ''UTC''; SET DateStyle = ''ISO, YMD''; SET extra_float_digits = 1'`

describe.runIf(IS_LONG_RUN && existsSync(PGBOUNCER))('behind pgbouncer', () => {
  const store = sampleStore()
  let pooler: ChildProcess | null = null

  beforeAll(async () => {
    await chmod(store.folder, 0o755)
    await onServer(`alter database ${nameOf(store.url)} set timezone = 'America/New_York'`)
  })

  afterEach(async () => {
    await prisma.$disconnect()
    process.env.DATABASE_URL = store.url
    if (pooler === null) return
    pooler.kill('SIGKILL')
    await once(pooler, 'exit')
    pooler = null
  })

  /** Starts pgbouncer with few connections in front of the store, and returns its address. */
  async function pool(database: string, ...settings: string[]): Promise<string> {
    const server = new URL(store.url)
    const port = await freePort()
    const target = `host=127.0.0.1 port=${server.port} user=${server.username} password=${server.password}`
    const lines = [
      `[databases]\n${nameOf(store.url)} = ${target} ${database}`,
      `[pgbouncer]\nlisten_addr = 127.0.0.1\nlisten_port = ${port}\nunix_socket_dir =\nauth_type = any`,
      'pool_mode = transaction\ndefault_pool_size = 3',
      ...settings,
    ]
    const path = await store.write('pgbouncer.ini', `${lines.join('\n')}\n`)
    await chmod(path, 0o644)
    pooler = spawn(PGBOUNCER, [path], { ...postgresAccount(), cwd: '/', stdio: 'ignore' })
    const url = Object.assign(new URL(store.url), { port: `${port}` }).href
    await expect.poll(() => answers(port), { timeout: 5_000 }).toBe(true)
    return url
  }

  it('says what pgbouncer must ignore, set and leave to a direct connection', async () => {
    const strict = { DATABASE_URL: await pool(SESSION), DATABASE_DIRECT_URL: store.url }
    await expect(openGivenDatabase(strict)).rejects.toThrow('let it ignore the start-up parameters')
    pooler?.kill('SIGKILL')
    const careless = { DATABASE_URL: await pool('', IGNORED), DATABASE_DIRECT_URL: store.url }
    await expect(openGivenDatabase(careless)).rejects.toThrow('TimeZone is America/New_York, not UTC')
    pooler?.kill('SIGKILL')
    const url = await pool(SESSION, IGNORED)
    await expect(openGivenDatabase({ DATABASE_URL: url })).rejects.toThrow('set DATABASE_DIRECT_URL')
    await expect(openGivenDatabase({ DATABASE_URL: store.url, DATABASE_DIRECT_URL: url })).rejects.toThrow(
      'DATABASE_DIRECT_URL leads to a pooler',
    )
    const given = await openGivenDatabase({ DATABASE_URL: url, DATABASE_DIRECT_URL: store.url })
    expect(given.note).toContain(', a pooler')
    expect(await applyMigrations(given.directUrl)).toEqual([])
  })

  it('loads one at a time, each whole, and reads the same with more readers than connections', async () => {
    process.env.DATABASE_URL = await pool(SESSION, IGNORED)
    const days = ['2024-08-26', '2024-08-27', '2024-08-28', '2024-08-29', '2024-08-30']
    const loads = days.map((day, index) =>
      store.load(factorCsv(`${day},skewness,${0.001 * (index + 1)},-0.02,0.003`), { name: `${day}.csv` }),
    )
    const versions = (await Promise.all(loads)).map(({ version }) => version)
    expect(versions.toSorted()).toEqual([2, 3, 4, 5, 6])
    const read = () => getReturns('factor_returns', { version: 6, to: '2024-08-30' })
    const answers = await Promise.all(Array.from({ length: 20 }, read))
    expect(answers.map((answer) => answer[0]?.dates)).toEqual(answers.map(() => days))
    const rows = await Promise.all(
      Array.from({ length: 20 }, () => prisma.$queryRaw`select max(id) as id from data_version`),
    )
    expect(rows).toEqual(rows.map(() => [{ id: 6 }]))
  })

  async function onServer(statement: string): Promise<void> {
    const client = new Client({ connectionString: store.url })
    await client.connect()
    await client.query(statement)
    await client.end()
  }
})

const nameOf = (url: string) => new URL(url).pathname.slice(1)

async function answers(port: number): Promise<boolean> {
  const client = new Client({ host: '127.0.0.1', port, database: 'none', connectionTimeoutMillis: 500 })
  client.on('error', () => undefined)
  // It refuses the database, which is an answer.
  const error = await client.connect().then(
    () => null,
    ({ code }: NodeJS.ErrnoException) => code,
  )
  await client.end().catch(() => undefined)
  return error !== 'ECONNREFUSED'
}
