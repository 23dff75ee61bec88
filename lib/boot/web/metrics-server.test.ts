import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Gauge, Registry } from 'prom-client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { prisma } from '@/lib/db/client'
import { latestVersion } from '@/lib/db/latest-version'
import { watchReplicas } from '@/lib/db/replicas/replicas'
import { BoundedCache } from '@/lib/http/bounded-cache'
import { measureProcess, registry } from '@/lib/monitoring/registry'
import { countAnswer } from '@/lib/monitoring/request-metrics'
import { emptyStore } from '@/lib/testing/database/test-store'
import { factorCsv, SAMPLE_CATALOGUE } from '@/lib/testing/import/sample-files'
import { answerMetrics } from './metrics-server'

const store = emptyStore()
measureProcess('front')

let server: Server
/** What the process of Next measures. */
let more: Registry | null

async function readMore() {
  if (more === null) throw new Error('nobody listens')
  return more.getMetricsAsJSON()
}

beforeEach(async () => {
  more = new Registry()
  server = createServer(answerMetrics({ isKnownHost: (host) => host.startsWith('127.0.0.1:'), readMore }))
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle))
})

afterEach(() => {
  server.close()
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
})

function ask(path: string, options: RequestInit = {}): Promise<Response> {
  return fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, options)
}

/** Returns the values by name and labels, as they are written. */
async function metrics(): Promise<Map<string, number>> {
  const answer = await ask('/metrics')
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toContain('text/plain; version=0.0.4')
  const lines = (await answer.text()).split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  return new Map(lines.map((line) => [line.replace(/ \S+$/, ''), Number(line.split(' ').at(-1))]))
}

it('tells the loads and the age of the data, and nothing of an empty store but that it answers', async () => {
  vi.stubEnv('FACTOR_WEEKLY_TODAY', '2024-09-09')
  const empty = await metrics()
  expect(empty.get('factor_weekly_database_up')).toBe(1)
  expect([...empty.keys()].filter((name) => /data_|load/.test(name))).toEqual([])

  const before = Date.now() / 1_000
  await store.loadCatalogue(SAMPLE_CATALOGUE)
  await store.load(factorCsv('2024-08-29,skewness,0.01,-0.02,0.003', '2024-08-30,skewness,0.01,-0.02,0.003'))
  const loaded = await metrics()
  expect(loaded.get('factor_weekly_data_version')).toBe(2)
  expect(loaded.get('factor_weekly_loads{kind="factor_returns"}')).toBe(1)
  expect(loaded.get('factor_weekly_last_load_rows{change="new"}')).toBe(2)
  expect(loaded.get('factor_weekly_last_load_rows{change="restated"}')).toBe(0)
  // From Friday 30 August to Monday 9 September.
  expect(loaded.get('factor_weekly_data_age_days{market="CN"}')).toBe(10)
  expect(loaded.get('factor_weekly_last_load_timestamp_seconds')).toBeGreaterThan(before - 1)
})

it('tells what caches, connections, requests and the process do', async () => {
  const cache = new BoundedCache<string>(({ length }) => length, 100, 'of-this-test')
  for (const key of ['a', 'a', 'b', 'a']) await cache.get(key, async () => 'xyz')
  await prisma.dataVersion.count()
  countAnswer('chart', 304, 0.003)
  const found = await metrics()
  expect(found.get('factor_weekly_cache_hits_total{cache="of-this-test"}')).toBe(2)
  expect(found.get('factor_weekly_cache_misses_total{cache="of-this-test"}')).toBe(2)
  expect(found.get('factor_weekly_cache_bytes{cache="of-this-test"}')).toBe(6)
  expect(found.get('factor_weekly_database_connections_open{pool="queries"}')).toBeGreaterThan(0)
  expect(found.get('factor_weekly_answers_total{kind="chart",status="304"}')).toBe(1)
  expect(found.get('factor_weekly_request_duration_seconds_bucket{le="0.005",kind="chart"}')).toBe(1)
  for (const name of ['process_resident_memory_bytes', 'nodejs_eventloop_lag_p99_seconds']) {
    expect(found.get(`${name}{process="front"}`)).toBeGreaterThan(0)
  }
})

it('adds what the process of Next measures, and logs when that does not answer', async () => {
  const cache = new BoundedCache<string>(({ length }) => length, 100, 'of-both')
  await cache.get('a', async () => 'xyz')
  more = new Registry()
  const [bytes, name] = [{ help: 'bytes', registers: [more] }, 'process_resident_memory_bytes']
  new Gauge({ ...bytes, name: 'factor_weekly_cache_bytes', labelNames: ['cache'] }).set({ cache: 'of-both' }, 40)
  new Gauge({ ...bytes, name, labelNames: ['process'], aggregator: 'omit' }).set({ process: 'pages' }, 7)
  const found = await metrics()
  expect(found.get('factor_weekly_cache_bytes{cache="of-both"}')).toBe(43)
  expect(found.get(`${name}{process="pages"}`)).toBe(7)
  expect(found.get(`${name}{process="front"}`)).toBeGreaterThan(7)

  more = null
  const logged = vi.spyOn(console, 'error').mockReturnValue()
  expect((await metrics()).get('factor_weekly_cache_bytes{cache="of-both"}')).toBe(3)
  expect(logged.mock.calls.flat().join()).toMatch(/process of Next could not be read: .*nobody listens/)
})

it('tells that the database is away, logs why, and has no figures of the store then', async () => {
  const logged = vi.spyOn(console, 'error').mockReturnValue()
  vi.stubEnv('DATABASE_URL', 'postgresql://desk@127.0.0.1:1/none')
  const found = await metrics()
  expect(found.get('factor_weekly_database_up')).toBe(0)
  expect([...found.keys()].filter((name) => /data_|load/.test(name))).toEqual([])
  expect(logged.mock.calls.flat().join()).toMatch(/figures of the store could not be read: .*ECONNREFUSED/)
})

it('answers nothing else, and no host that it does not know', async () => {
  expect((await ask('/')).status).toBe(404)
  expect((await ask('/metrics', { method: 'POST' })).status).toBe(405)
  const { port } = server.address() as AddressInfo
  expect((await fetch(`http://localhost:${port}/metrics`).catch(() => ({ status: 421 }))).status).toBe(421)
})

it('tells of each replica whether it answers, its version and since when it has lacked the newest', async () => {
  await latestVersion()
  const stop = watchReplicas([store.url, 'postgresql://x:y@127.0.0.1:1/none'], { max: 1 })
  const target = `{target="${new URL(store.url).host}"}`
  try {
    await expect.poll(async () => (await metrics()).get(`factor_weekly_replica_up${target}`)).toBe(1)
    const found = await metrics()
    expect(found.get(`factor_weekly_replica_data_version${target}`)).toBe((await latestVersion()).id)
    expect(found.get(`factor_weekly_replica_behind_seconds${target}`)).toBe(0)
    expect(found.get('factor_weekly_replica_up{target="127.0.0.1:1"}')).toBe(0)
    expect(found.has('factor_weekly_replica_data_version{target="127.0.0.1:1"}')).toBe(false)
    // Other files of this worker may have asked the same server.
    expect(found.has(`factor_weekly_database_queries_total{pool="${new URL(store.url).host}"}`)).toBe(true)
    expect(found.get(`factor_weekly_replica_failures_total${target}`)).toBe(0)
    expect(found.get('factor_weekly_database_queries_total{pool="queries"}')).toBeGreaterThan(0)
  } finally {
    await stop()
  }
})

it.each(['alerts.yaml', 'grafana.json'])('has every metric that %s names', (file) => {
  const known = new Set(registry.getMetricsAsArray().map(({ name }) => name))
  const text = readFileSync(`lib/boot/operation/${file}`, 'utf8')
  const named = text.match(/\b(factor_weekly|nodejs|process)_[a-z0-9_]+/g) ?? []
  expect(named.length).toBeGreaterThan(6)
  expect(named.filter((name) => !known.has(name.replace(/_bucket$/, '')))).toEqual([])
})
