/** A second database stands for a replica: what it lacks, a replica has not received yet. */
import { connect, createServer, type Socket } from 'node:net'
import { Client } from 'pg'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { prisma, replicatedPrisma } from '@/lib/db/client'
import { forgetLatestVersion } from '@/lib/db/known-version'
import { latestVersion } from '@/lib/db/latest-version'
import { getDataVersion } from '@/lib/db/queries/versions/get-data-version'
import { storeAsOf } from '@/lib/db/store-as-of'
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database/test-database'
import { sampleStore } from '@/lib/testing/database/test-store'
import { factorCsv } from '@/lib/testing/import/sample-files'
import { Replica } from './replica'
import { knownReplicas, watchReplicas } from './replicas'

const store = sampleStore()
const LIMITS = { max: 2, connectionTimeoutMillis: 5_000 }
/** A replica that dies or lags is left out within this time, and comes back within it. */
const NOTICE = { timeout: 1_000, interval: 5 }
const DATABASE = 'select current_database() as name'

let follower: TestDatabase
let stop: () => Promise<void> = async () => undefined

beforeAll(async () => {
  follower = await createTestDatabase('sample')
})
afterEach(async () => {
  await stop()
  stop = async () => undefined
})
afterAll(async () => {
  await replicatedPrisma().$disconnect()
  await follower.drop()
})

const nameOf = (url: string) => new URL(url).pathname.slice(1)
const states = () => knownReplicas().map(({ state }) => state)

/** Returns the name of the database that answers a query as of a version. */
async function answererOf(version: number): Promise<string> {
  const [row] = await storeAsOf(version).$queryRawUnsafe<{ name: string }[]>(DATABASE)
  return row?.name ?? ''
}

/** A query of Prisma begins when somebody waits for it. */
async function sleepAsOf(version: number): Promise<void> {
  await storeAsOf(version).$queryRaw`select pg_sleep(0.1)::text`
}

async function watch(...urls: string[]): Promise<void> {
  stop = watchReplicas(urls, LIMITS)
  await latestVersion()
}

it('asks only the primary without replicas, and before one is known to have the version', async () => {
  expect(await answererOf(1)).toBe(nameOf(store.url))
  stop = watchReplicas([follower.url], LIMITS)
  forgetLatestVersion()
  expect(await answererOf(1)).toBe(nameOf(store.url))
})

it('asks a replica that has the newest version, and leaves it out as long as it lacks one', async () => {
  await watch(follower.url)
  await expect.poll(() => answererOf(1), NOTICE).toBe(nameOf(follower.url))
  // A version that nobody has loaded is asked of the primary, and so is all that has no version.
  expect(await answererOf(2)).toBe(nameOf(store.url))
  expect(await prisma.$queryRawUnsafe(DATABASE)).toEqual([{ name: nameOf(store.url) }])

  await store.load(factorCsv('2024-08-30,skewness,0.01,-0.02,0.003'))
  expect(await answererOf(1)).toBe(nameOf(store.url))
  expect((await latestVersion()).id).toBe(2)
  expect([await answererOf(1), await answererOf(2)]).toEqual([nameOf(store.url), nameOf(store.url)])
  expect(await getDataVersion(2)).toMatchObject({ id: 2, rowsNew: 1 })
  await expect.poll(states, NOTICE).toEqual([{ version: 1, behindMs: expect.any(Number) }])
  await expect.poll(() => states()[0]?.behindMs, NOTICE).toBeGreaterThan(0)

  // The replica follows: the same load arrives there.
  const [load] = await prisma.$queryRawUnsafe<[Record<string, unknown>]>(
    'select to_jsonb(data_version) as row from data_version where id = 2',
  )
  await runOn(follower.url, 'insert into data_version select (jsonb_populate_record(null::data_version, $1)).*', [
    load.row,
  ])
  await expect.poll(() => answererOf(2), NOTICE).toBe(nameOf(follower.url))
  expect(states()).toEqual([{ version: 2, behindMs: 0 }])
})

it('never asks a database with another store under the same version number', async () => {
  const other = await createTestDatabase('sample')
  await runOn(
    other.url,
    `insert into data_version (id, kind, source_name, source_sha256, rows_new, rows_restated,
    rows_unchanged) values (2, 'factor_returns', 'b.csv', repeat('b', 64), 1, 0, 0)`,
  )
  await watch(other.url)
  await expect.poll(states, NOTICE).toEqual([{ version: 2, behindMs: expect.any(Number) }])
  expect(await answererOf(2)).toBe(nameOf(store.url))
  await stop()
  stop = async () => undefined
  await other.drop()
})

it('asks the primary at once when the replica ends, and the replica again when it is back', async () => {
  const line = await openLine(follower.url)
  await watch(line.url)
  await expect.poll(() => answererOf(2), NOTICE).toBe(nameOf(follower.url))
  line.cut()
  expect(await answererOf(2)).toBe(nameOf(store.url))
  await expect.poll(states, NOTICE).toEqual([null])
  line.mend()
  await expect.poll(() => answererOf(2), NOTICE).toBe(nameOf(follower.url))
  line.close()
})

it('gives up within a second what a silent replica was asked, and asks the primary', async () => {
  const line = await openLine(follower.url)
  await watch(line.url)
  await expect.poll(() => answererOf(2), NOTICE).toBe(nameOf(follower.url))
  line.hold()
  const begun = performance.now()
  expect(await answererOf(2)).toBe(nameOf(store.url))
  expect(performance.now() - begun).toBeLessThan(1_000)
  expect(states()).toEqual([null])
  line.release()
  await expect.poll(() => answererOf(2), { ...NOTICE, timeout: 3_000 }).toBe(nameOf(follower.url))
  line.close()
})

it('asks the primary what a replica cannot answer, such as a table that has not arrived there', async () => {
  await watch(follower.url)
  await expect.poll(() => answererOf(2), NOTICE).toBe(nameOf(follower.url))
  await runOn(store.url, 'create table late (one int)')
  expect(await storeAsOf(2).$queryRaw`select * from late`).toEqual([])
  expect(knownReplicas().map(({ failed }) => failed)).toEqual([1])
  await runOn(store.url, 'drop table late')
})

it('asks the least busy of the replicas', async () => {
  await watch(follower.url, follower.url)
  await expect.poll(() => states().map((state) => state?.version), NOTICE).toEqual([2, 2])
  await expect.poll(() => answererOf(2), NOTICE).toBe(nameOf(follower.url))
  const asleep = Array.from({ length: 4 }, () => sleepAsOf(2))
  await expect.poll(() => knownReplicas().map(({ busy }) => busy), { interval: 1 }).toEqual([2, 2])
  await Promise.all(asleep)
  expect(knownReplicas().map(({ busy }) => busy)).toEqual([0, 0])
})

it('names a replica by host and port, without its password', () => {
  expect(new Replica('postgresql://desk:pa55word@10.0.0.5:5433/x', LIMITS).target).toBe('10.0.0.5:5433')
})

/** Runs a statement past the triggers that guard versions. */
async function runOn(url: string, statement: string, values: unknown[] = []): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  await client.query(statement, values)
  await client.end()
}

/** Opens a line to a database that can be cut, as when its server ends, or hold back what it says, as when it hangs. */
async function openLine(url: string) {
  const target = new URL(url)
  let sockets: Socket[] = []
  let isCut = false
  let isHeld = false
  const server = createServer((near) => {
    if (isCut) return void near.destroy()
    const far = connect(Number(target.port), target.hostname)
    sockets = [...sockets, near, far]
    near.pipe(far).pipe(near)
    if (isHeld) far.pause()
    for (const [one, other] of [[near, far] as const, [far, near] as const]) {
      one.on('error', () => undefined)
      one.on('close', () => other.destroy())
    }
  })
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the line has no port')
  const destroy = () => {
    for (const socket of sockets.splice(0)) socket.destroy()
  }
  return {
    url: Object.assign(new URL(url), { port: `${address.port}` }).href,
    cut: () => {
      isCut = true
      destroy()
    },
    mend: () => {
      isCut = false
    },
    hold: () => {
      isHeld = true
      for (const socket of sockets) socket.unpipe().pause()
    },
    release: () => {
      isHeld = false
      destroy()
    },
    close: () => {
      destroy()
      server.close()
    },
  }
}
