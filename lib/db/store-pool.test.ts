import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { afterEach, expect, it } from 'vitest'
import { emptyStore } from '@/lib/testing/database/test-store'
import { hasFailedSince, noteAnswer, noteNoAnswer } from './store-health'
import { StorePool, StoreUnavailable } from './store-pool'

const store = emptyStore()
const ROLE = `few_connections_${process.pid}`
let pools: StorePool[] = []

afterEach(async () => {
  noteAnswer()
  for (const pool of pools.splice(0)) await pool.end()
})

function open(config: Partial<ConstructorParameters<typeof StorePool>[0]> = {}): StorePool {
  const pool = new StorePool({ connectionString: store.url, max: 4, connectionTimeoutMillis: 5_000, ...config })
  pools = [...pools, pool]
  return pool
}

it('queues queries when the server has fewer connections than the pool may open', async () => {
  const admin = await connect()
  const url = new URL(store.url)
  await admin.query(`CREATE ROLE ${ROLE} LOGIN PASSWORD 'few' CONNECTION LIMIT 2`)
  try {
    const pool = open({ connectionString: Object.assign(url, { username: ROLE, password: 'few' }).href })
    const begun = performance.now()
    const answers = Array.from({ length: 8 }, async (_, index) => {
      const { rows } = await pool.query({ text: 'select $1::int as one from pg_sleep(0.02)', values: [index] })
      return rows[0].one
    })
    expect(await Promise.all(answers)).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
    expect(pool.totalCount).toBeLessThanOrEqual(2)
    expect(hasFailedSince(begun)).toBe(false)
    await pool.end()
    pools = []
  } finally {
    await admin.query(`DROP ROLE ${ROLE}`)
    await admin.end()
  }
})

it('refuses a query at once when two hundred wait, and answers those', async () => {
  const pool = open({ max: 1 })
  const holder = await pool.connect()
  const waiting = Array.from({ length: 200 }, () => pool.query({ text: 'select' }))
  const begun = performance.now()
  await expect(pool.query({ text: 'select' })).rejects.toBeInstanceOf(StoreUnavailable)
  expect(performance.now() - begun).toBeLessThan(100)
  expect(hasFailedSince(begun)).toBe(true)
  holder.release()
  expect(await Promise.all(waiting)).toHaveLength(200)
})

it('gives up what a silent database was asked, asks no more, and goes on when it answers', async () => {
  const pool = open()
  const begun = performance.now()
  const asked = pool.query({ text: 'select pg_sleep(1)' }).catch((error: Error) => error)
  await sleep(50)
  noteNoAnswer(Date.now(), true)
  expect(await asked).toBeInstanceOf(StoreUnavailable)
  await expect(pool.query({ text: 'select' })).rejects.toThrow('The database does not answer.')
  await expect(pool.connect()).rejects.toThrow('The database does not answer.')
  expect(performance.now() - begun).toBeLessThan(900)
  noteAnswer()
  expect((await pool.query({ text: 'select 1 as one' })).rows).toEqual([{ one: 1 }])
})

it('takes a connection back that comes after the wait for it was given up', async () => {
  const pool = open({ max: 1 })
  const holder = await pool.connect()
  const waiting = pool.connect().catch((error: Error) => error)
  await sleep(0)
  noteNoAnswer(Date.now(), true)
  expect(await waiting).toBeInstanceOf(StoreUnavailable)
  noteAnswer()
  holder.release()
  expect((await pool.query({ text: 'select 1 as one' })).rows).toEqual([{ one: 1 }])
})

it('does not wait longer for a locked table than it may, and reads others meanwhile', async () => {
  const locker = await connect()
  await locker.query('BEGIN; LOCK TABLE market')
  const pool = open({ lock_timeout: 100 })
  const begun = performance.now()
  const blocked = pool.query({ text: 'select from market' }).catch(({ code }: { code: string }) => code)
  expect((await pool.query({ text: 'select from data_version' })).rowCount).toBe(0)
  expect(await blocked).toBe('55P03')
  expect(hasFailedSince(begun)).toBe(true)
  await locker.end()
})

it('does not count a wrong query as a failure of the database', async () => {
  const begun = performance.now()
  await expect(open().query({ text: 'select nothing' })).rejects.toThrow('nothing')
  expect(hasFailedSince(begun)).toBe(false)
})

async function connect(): Promise<Client> {
  const client = new Client({ connectionString: store.url })
  await client.connect()
  return client
}
