import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, it, vi } from 'vitest'
import { freePort } from '@/lib/boot/port'
import { prisma } from '@/lib/db/client'
import { createTestDatabase } from '@/lib/testing/database/test-database'
import { emptyStore } from '@/lib/testing/database/test-store'
import { factorCsv, SAMPLE_CATALOGUE } from '@/lib/testing/import/sample-files'
import { runDoctorCli } from './doctor'

const store = emptyStore()

afterEach(() => vi.unstubAllEnvs())

/** Runs the command with settings, and returns its code and the lines by the name of the check. */
async function examine(settings: Record<string, string> = {}) {
  const usual = { PORT: `${await freePort()}`, CACHE_DIR: store.folder, FACTOR_WEEKLY_TODAY: '' }
  for (const [name, value] of Object.entries({ ...usual, ...settings })) vi.stubEnv(name, value)
  const lines: string[] = []
  const code = await runDoctorCli((line) => lines.push(line))
  const checks = lines.map((line) => /^ {2}(\w+) +(ok|warning|FAULT) +(.*)$/.exec(line)?.slice(1) ?? [])
  const found = new Map(checks.map(([name = '', level, text]) => [name, `${level} ${text}`]))
  return { code, found, last: lines.at(-1), names: [...found.keys()].filter((name) => name !== '') }
}

const ALL = ['configuration', 'rights', 'disk', 'fonts', 'port', 'database', 'schema', 'data', 'clock', 'calendar']

it('says of a store without data what to load, and of one with data up to which day they are', async () => {
  const empty = await examine()
  expect([empty.code, empty.names, empty.last]).toEqual([0, ALL, 'Nothing keeps Factor Weekly from working.'])
  expect(empty.found.get('data')).toMatch(/^warning No data have been loaded/)
  await store.loadCatalogue(SAMPLE_CATALOGUE)
  await store.load(factorCsv('2024-08-30,skewness,0.01,-0.02,0.003'))
  const { found } = await examine()
  expect(found.get('data')).toBe('ok Data version 2, with returns up to 2024-08-30.')
  for (const name of ['configuration', 'rights', 'fonts', 'port', 'database', 'schema', 'clock']) {
    expect(found.get(name)).toMatch(/^ok /)
  }
})

it('names closures that are missing, and a date that is set by hand', async () => {
  const { code, found } = await examine({ FACTOR_WEEKLY_TODAY: '2099-12-01' })
  expect(code).toBe(0)
  expect(found.get('calendar')).toMatch(/^warning The closures of 2100 are missing for CN/)
  expect(found.get('clock')).toMatch(/^warning FACTOR_WEEKLY_TODAY says that today is 2099-12-01/)
})

it.each([
  ["('20991231000000_newer', now())", 'FAULT', 'newer version of Factor Weekly (migration 20991231000000_newer)', 1],
  ["('20241130000000_accepted_holds', null)", 'warning', '20241130000000_accepted_holds was interrupted', 0],
])('finds a history of migrations with %s', async (row, level, text, code) => {
  await prisma.$executeRawUnsafe(`
    insert into _prisma_migrations (id, checksum, migration_name, finished_at)
    select 'doctor', 'x', name, finished_at::timestamptz from (values ${row}) as added (name, finished_at)`)
  const { found, ...examined } = await examine()
  await prisma.$executeRaw`delete from _prisma_migrations where id = 'doctor'`
  expect(found.get('schema')).toContain(`${level} `)
  expect(found.get('schema')).toContain(text)
  expect(examined.code).toBe(code)
})

it('stops at settings that cannot be read', async () => {
  const { code, names, found, last } = await examine({ DATABASE_URL: 'mysql://localhost/x' })
  expect([code, names, last]).toEqual([1, ['configuration'], '1 fault.'])
  expect(found.get('configuration')).toMatch(/^FAULT .*DATABASE_URL/)
})

it('goes on without a database that does not answer', async () => {
  const { code, names, found } = await examine({ DATABASE_URL: 'postgresql://x:y@127.0.0.1:1/none' })
  expect([code, names]).toEqual([1, ALL.slice(0, 6)])
  expect(found.get('database')).toMatch(/^FAULT No PostgreSQL answers at 127.0.0.1:1: start it/)
})

it('names a folder that cannot be written, and a port that another program uses', async () => {
  const server = createServer((_, response) => response.end('another program')).listen(0, '127.0.0.1')
  await new Promise((settle) => server.once('listening', settle))
  const { port } = server.address() as AddressInfo
  // A file is no folder, for root too.
  const file = await store.write('file', 'x')
  const { code, found } = await examine({ CACHE_DIR: file, PORT: `${port}` })
  const busy = await examine({ METRICS_PORT: `${port}` })
  server.close()
  expect(busy.found.get('metrics')).toMatch(/^warning Port \d+ is in use by another program.*METRICS_PORT/)
  expect(code).toBe(0)
  expect(found.get('rights')).toMatch(/^warning .*file cannot be written \(ENOTDIR.*CACHE_DIR/)
  expect(found.get('port')).toMatch(/^warning Port \d+ is in use.*"another program"/)
  const embedded = await examine({ DATABASE_URL: '', DATA_DIR: file })
  expect([embedded.code, embedded.found.get('rights')?.slice(0, 5)]).toEqual([1, 'FAULT'])
})

it('says of each replica whether it has the newest version of this store', async () => {
  const follower = await createTestDatabase('empty')
  const away = 'postgresql://x:pa55word@127.0.0.1:1/none'
  const lagging = await examine({ DATABASE_READ_URLS: follower.url })
  const dead = await examine({ DATABASE_READ_URLS: away })
  const same = await examine({ DATABASE_READ_URLS: store.url })
  await follower.drop()
  expect(lagging.found.get('replica')).toMatch(/^warning .* has no data: it does not replicate/)
  expect(dead.found.get('replica')).toMatch(/^warning 127.0.0.1:1 cannot be read .*correct DATABASE_READ_URLS/)
  expect(dead.found.get('replica')).not.toContain('pa55word')
  expect(same.found.get('replica')).toMatch(/^ok .* has data version 2, the newest/)
  expect([lagging.code, dead.code, same.code]).toEqual([0, 0, 0])
})
