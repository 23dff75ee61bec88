/** All processes of the benchmark of several machines. */
import { chmod } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from '@/lib/boot/port'
import { changeOwner, postgresAccount } from '@/lib/boot/postgres/postgres-account'
import { prisma } from '@/lib/db/client'
import { applyMigrations } from '@/lib/db/migrations/apply-migrations'
import { startInstance } from '@/lib/testing/run/test-instance'
import { loadSynthetic } from '../synthetic-store'
import { Node } from './node'
import { startHaproxy, startPgbouncer } from './proxies'
import { Readers } from './readers'
import type { Running, Tools } from './tools'

interface Store {
  factors: number
  years: number
  token: string
}

type Instance = Awaited<ReturnType<typeof startInstance>>

interface Ports {
  /** Where HAProxy serves readers, and leads to the primary. */
  web: number
  database: number
  pooler: number
  apps: number[]
  metrics: number[]
}

/** After this time HAProxy has asked each server several times. */
const CHECKED_MS = 4_000

export class Cluster {
  readonly #folder: string
  readonly #ports: Ports
  readonly #token: string
  readonly #proxies: Running[]
  #nodes: Node[]
  #apps: Instance[] = []
  #replicated = 0

  constructor(
    folder: string,
    { ports, token, nodes, proxies }: { ports: Ports; token: string; nodes: Node[]; proxies: Running[] },
  ) {
    this.#folder = folder
    this.#ports = ports
    this.#token = token
    this.#nodes = nodes
    this.#proxies = proxies
  }

  /** The address under which readers reach the product. */
  get origin(): string {
    return `http://127.0.0.1:${this.#ports.web}`
  }

  get primary(): Node {
    const [primary] = this.#nodes
    if (primary === undefined) throw new RangeError('the cluster has no server')
    return primary
  }

  get replicas(): Node[] {
    return this.#nodes.slice(1)
  }

  readers(weeks: readonly string[]): Readers {
    return new Readers(this.origin, weeks)
  }

  /** Starts this many instances, which may ask this many replicas, in the place of those that run. */
  async startApps(count: number, replicas: number): Promise<void> {
    for (const app of this.#apps.splice(0)) await app.stop()
    this.#replicated = replicas
    for (let index = 0; index < count; index += 1) this.#apps.push(await this.#startApp(index))
    await this.#untilServed()
  }

  /** Returns the queries of the first instance since its start: of the primary, and of all replicas. */
  async queries(): Promise<{ primary: number; replicas: number }> {
    const text = await (await fetch(`http://127.0.0.1:${this.#ports.metrics[0]}/metrics`)).text()
    const counted = [...text.matchAll(/^factor_weekly_database_queries_total\{pool="(.+)"\} (\d+)$/gm)]
    const sumOf = (isPrimary: boolean) =>
      counted
        .filter(([, pool]) => (pool === 'queries') === isPrimary)
        .reduce((sum, [, , queries]) => sum + Number(queries), 0)
    return { primary: sumOf(true), replicas: sumOf(false) }
  }

  async killReplica(): Promise<void> {
    await this.replicas.at(-1)?.end('SIGKILL')
  }

  async reviveReplica(): Promise<void> {
    await this.replicas.at(-1)?.start()
  }

  async killApp(): Promise<void> {
    const killed = this.#apps.pop()
    if (killed === undefined) return
    process.kill(killed.pid, 'SIGKILL')
    await killed.ended
  }

  async reviveApp(): Promise<void> {
    this.#apps.push(await this.#startApp(this.#apps.length))
  }

  /** Kills the primary and promotes the replica that has received most, as Patroni does. */
  async failOver(): Promise<void> {
    const [old, ...replicas] = this.#nodes
    await old?.end('SIGKILL')
    const received = await Promise.all(
      replicas.map(async (replica) => ({ replica, at: await replica.receivedBytes() })),
    )
    const [first, ...others] = received.toSorted((a, b) => b.at - a.at).map(({ replica }) => replica)
    if (first === undefined) throw new RangeError('there is no replica')
    await first.promote()
    await old?.stop()
    this.#nodes = [first, ...others]
  }

  async stop(): Promise<void> {
    for (const app of this.#apps.splice(0)) await app.stop().catch(() => undefined)
    for (const proxy of this.#proxies) await proxy.end('SIGKILL')
    // Replicas first, so that the primary waits for none.
    for (const node of this.#nodes.toReversed()) await node.stop()
  }

  #startApp(index: number): Promise<Instance> {
    const pooler = `postgresql://postgres@127.0.0.1:${this.#ports.pooler}/factor_weekly`
    const direct = `postgresql://postgres@127.0.0.1:${this.#ports.database}/factor_weekly`
    const replicas = this.replicas.slice(0, this.#replicated)
    return startInstance(this.#folder, {
      DATABASE_URL: pooler,
      DATABASE_DIRECT_URL: direct,
      DATABASE_READ_URLS: replicas.map((replica) => replica.url()).join(','),
      CACHE_DIR: join(this.#folder, `documents-${index + 1}`),
      PORT: `${this.#ports.apps[index]}`,
      METRICS_PORT: `${this.#ports.metrics[index]}`,
      IMPORT_TOKEN: this.#token,
      LOAD_DEMO: 'false',
    })
  }

  /** Waits until HAProxy has noticed that the instances answer. */
  async #untilServed(): Promise<void> {
    const isServed = async () => (await fetch(`${this.origin}/en`).catch(() => null))?.ok === true
    while (!(await isServed())) await sleep(100)
    await sleep(CHECKED_MS)
  }
}

/** Creates a store on a primary, copies it to two replicas, and starts the proxies. `Cluster.stop` ends all. */
export async function startCluster(tools: Tools, folder: string, { factors, years, token }: Store): Promise<Cluster> {
  await chmod(folder, 0o755)
  await changeOwner(folder, postgresAccount())
  const names = ['primary', 'replica1', 'replica2']
  const nodes = await Promise.all(names.map((name) => Node.plan(tools, folder, name)))
  const ports = {
    web: await freePort(),
    database: await freePort(),
    pooler: await freePort(),
    apps: [await freePort(), await freePort()],
    metrics: [await freePort(), await freePort()],
  }
  const proxies: Running[] = []
  const cluster = new Cluster(folder, { ports, token, nodes, proxies })
  try {
    await cluster.primary.create()
    process.env.DATABASE_URL = cluster.primary.url()
    await applyMigrations(cluster.primary.url())
    await loadSynthetic(folder, factors, years)
    await prisma.$disconnect()
    proxies.push(await startHaproxy(tools, { folder, ...ports, nodes }))
    // HAProxy takes every server for the primary until it has asked it.
    await sleep(CHECKED_MS)
    for (const replica of cluster.replicas) await replica.replicate(ports.database)
    await cluster.primary.restart()
    proxies.push(await startPgbouncer(tools, { folder, port: ports.pooler, target: ports.database }))
    return cluster
  } catch (error) {
    await cluster.stop()
    throw error
  }
}
