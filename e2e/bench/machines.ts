/**
 * Runs the product on several machines in small, on loopback: two instances behind HAProxy, pgbouncer in transaction mode,
 * a primary and two streaming replicas. Measures throughput and lag, and ends each part under load: the primary, a
 * replica, an instance. Each answer is checked against the data version that it names: `npx tsx e2e/bench/machines.ts`.
 * Needs PostgreSQL, pgbouncer and HAProxy. FACTOR_WEEKLY_BENCH_FACTORS and FACTOR_WEEKLY_BENCH_YEARS set the store.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { lastDaysOfWeeks } from '@/lib/base/dates'
import { ensureBuilt } from '@/lib/boot/build/ensure-built'
import { shanghaiDays } from '@/lib/testing/calendar/shanghai'
import { type Cluster, startCluster } from './machines/cluster'
import { Loads } from './machines/loads'
import { type Findings, RESTATED, type Readers } from './machines/readers'
import { findTools } from './machines/tools'
import { median } from './verdict'

const FACTORS = Number(process.env.FACTOR_WEEKLY_BENCH_FACTORS ?? 50)
const YEARS = Number(process.env.FACTOR_WEEKLY_BENCH_YEARS ?? 10)
const READERS = 8
const PHASE_MS = 8_000
/** Kept pages are measured after this time, when they have been made. */
const WARM_MS = 6_000
const FAULT_MS = 12_000
const LAG_LOADS = 10
const LOAD_EVERY_MS = 1_000
const TOKEN = 'token-of-the-bench-of-several-machines'
const WEEKS = lastDaysOfWeeks(shanghaiDays('2016-01-04', '2024-08-23'))

let failures = 0
/** Printed at the end, since the instances print too. */
const lines: string[] = []

/** Prints a line for what readers found meanwhile. */
function report(name: string, { answers, times, failed, wrong }: Findings, seconds: number): void {
  const failedText = [...failed].map(([how, count]) => `${count} × ${how}`).join(', ') || 'none'
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => Math.round(sorted[Math.floor(sorted.length * share)] ?? Number.NaN)
  const rate = (answers / seconds).toFixed(1)
  lines.push(`| ${name} | ${rate} | ${at(0.5)} | ${at(0.99)} | ${failedText} | ${wrong.length} |`)
  for (const text of wrong.slice(0, 5)) console.error(`WRONG: ${text}`)
  failures += wrong.length
}

function head(first: string): void {
  lines.push(`\n| ${first} | answers a second | median, ms | p99, ms | failed | wrong |`)
  lines.push('| --- | ---: | ---: | ---: | --- | ---: |')
}

/** Measures answers a second by the number of instances and replicas; each turn begins with a new data version. */
async function measureThroughput(cluster: Cluster, loads: Loads): Promise<void> {
  head('instances, replicas, what is asked')
  for (const [apps, replicas] of [
    [1, 0],
    [1, 2],
    [2, 0],
    [2, 1],
    [2, 2],
  ] as const) {
    await cluster.startApps(apps, replicas)
    for (const kind of ['page', 'summaries'] as const) {
      const readers = cluster.readers(WEEKS)
      await loads.load()
      await sleep(1_000)
      readers.start(READERS, [kind])
      if (kind === 'page') {
        await sleep(WARM_MS)
        readers.takeFindings()
      }
      await sleep(PHASE_MS)
      await readers.stop()
      const what = kind === 'page' ? 'kept pages' : 'answers made anew'
      report(`${apps}, ${replicas}, ${what}`, readers.takeFindings(), PHASE_MS / 1_000)
      readers.close()
    }
  }
}

/** Says how many queries of an instance replicas have answered. */
async function reportQueries(cluster: Cluster): Promise<void> {
  const { primary, replicas } = await cluster.queries()
  lines.push(`\nOf ${primary + replicas} queries of one of two instances, replicas were asked ${replicas}.`)
}

/** Measures how long after the answer to a load the replicas have it. */
async function measureLag(cluster: Cluster, loads: Loads): Promise<void> {
  const readers = cluster.readers(WEEKS)
  readers.start(READERS)
  const lags: number[] = []
  for (let turn = 0; turn < LAG_LOADS; turn += 1) {
    const version = await loads.load()
    const begun = performance.now()
    await Promise.all(cluster.replicas.map((replica) => replica.has(version)))
    lags.push(performance.now() - begun)
  }
  await readers.stop()
  readers.close()
  const [middle, most] = [median(lags), Math.max(...lags)]
  lines.push(
    `\nBoth replicas have a load ${middle.toFixed(0)} ms (at most ${most.toFixed(0)} ms) after its answer, under load.`,
  )
}

/** Lets things fail while readers read and loads go on, and checks all that was read. */
async function measureFaults(cluster: Cluster, loads: Loads): Promise<void> {
  const readers = cluster.readers(WEEKS)
  const faults: Record<string, () => Promise<void>> = {
    'nothing fails': async () => undefined,
    'the primary is restarted': () => cluster.primary.restart(),
    'a replica is killed': () => cluster.killReplica(),
    'the replica is back': () => cluster.reviveReplica(),
    'an instance is killed': () => cluster.killApp(),
    'the instance is back': () => cluster.reviveApp(),
    'the primary is killed, and a replica promoted': () => cluster.failOver(),
  }
  head('under load')
  readers.start(READERS)
  loads.start(LOAD_EVERY_MS)
  for (const [name, fail] of Object.entries(faults)) {
    readers.takeFindings()
    const [begun, repeated] = [performance.now(), loads.repeated]
    const until = begun + FAULT_MS
    await sleep(1_000)
    await fail()
    await sleep(Math.max(0, until - performance.now()))
    const loaded = loads.repeated - repeated
    const note = loaded === 0 ? name : `${name}; ${loaded} attempts to load repeated`
    report(note, readers.takeFindings(), (performance.now() - begun) / 1_000)
  }
  await loads.stop()
  await readers.stop()
  readers.close()
  await checkTruth(cluster, loads, readers)
}

/** Compares what was read and what was acknowledged with the rows of the present primary. */
async function checkTruth(cluster: Cluster, loads: Loads, { truth }: Readers): Promise<void> {
  const rows = await cluster.primary.query(
    `select id as version, long_return as long
     from data_version join factor_return on factor_code = $1 and date = $2 and since_version <= id and until_version > id`,
    [RESTATED.code, RESTATED.date],
  )
  const stored = new Map(rows.map(({ version, long }) => [Number(version), Number(long)]))
  const wrong = [...truth.restated].filter(([version, long]) => stored.get(version) !== long)
  const lost = loads.acknowledged.filter(({ version, long }) => stored.get(version) !== long)
  failures += wrong.length + lost.length
  lines.push(
    `\n${truth.restated.size} versions were read and ${loads.acknowledged.length} loads acknowledged: ${wrong.length} read wrongly, ${lost.length} lost.`,
  )
}

const tools = findTools()
await ensureBuilt(new AbortController().signal)
const folder = await mkdtemp(join(tmpdir(), 'factor-weekly-machines-'))
let cluster: Cluster | null = null

async function end(): Promise<void> {
  console.log(lines.join('\n'))
  await cluster?.stop()
  await rm(folder, { recursive: true, force: true })
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => end().finally(() => process.exit(130)))
try {
  cluster = await startCluster(tools, folder, { factors: FACTORS, years: YEARS, token: TOKEN })
  lines.push(`${FACTORS} factors over ${YEARS} years, ${READERS} readers; all of it on this machine.`)
  const loads = new Loads(cluster.origin, TOKEN)
  await measureThroughput(cluster, loads)
  await reportQueries(cluster)
  await measureLag(cluster, loads)
  await measureFaults(cluster, loads)
} finally {
  await end()
}
process.exit(failures === 0 ? 0 : 1)
