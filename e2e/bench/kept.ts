/**
 * Compares the throughput of kept answers, 32 connections, to that of a static file of the same compressed bytes through
 * the same server, and measures many connections and the memory after many requests:
 * `npx tsx e2e/bench/kept.ts`, with its own instance.
 */
import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureBuilt } from '@/lib/boot/build/ensure-built'
import { makeInstanceFolder, startInstance } from '@/lib/testing/run/test-instance'
import { RawClient } from './raw-client'
import { type Addresses, addressesOn, p99 } from './steady-load'
import { isKept, median, type Verdict, verdictLine } from './verdict'

const CONNECTIONS = 32
const TURNS = 3
const TURN_MS = 3_000
const FLOOR_BUDGET = 0.7
/** Below the static files of the build, which Next finds when it starts. */
const FLOOR_FOLDER = 'bench-floor'
const MANY = { connections: 300, seconds: 10, p99MaxMs: 2_000 }
const MEMORY = { first: 1_000, all: 10_000, growthMax: 1.15 }

export async function measureKept(): Promise<Verdict[]> {
  const data = await makeInstanceFolder()
  const floor = join('.next/static', FLOOR_FOLDER)
  try {
    // The lengths are known only when the product has answered once.
    const lengths = await onInstance(data, async ({ address }) => lengthsOf(address, await addressesOn(address)))
    await mkdir(floor, { recursive: true })
    for (const [name, bytes] of Object.entries(lengths)) await writeFile(join(floor, `${name}.bin`), randomBytes(bytes))
    return await onInstance(data, measureOn)
  } finally {
    await rm(floor, { recursive: true, force: true })
    await rm(data, { recursive: true, force: true })
  }
}

type Instance = Awaited<ReturnType<typeof startInstance>>

async function onInstance<Result>(data: string, use: (instance: Instance) => Promise<Result>): Promise<Result> {
  const instance = await startInstance(data)
  return use(instance).finally(instance.stop)
}

async function measureOn(instance: Instance): Promise<Verdict[]> {
  const addresses = await addressesOn(instance.address)
  const mixed = Object.values(addresses)
  const verdicts: Verdict[] = []
  for (const [name, path] of Object.entries(addresses)) verdicts.push(await againstStatic(instance.address, name, path))
  verdicts.push(await manyConnections(instance.address, mixed))
  return [...verdicts, await memoryAfter(instance, mixed)]
}

async function lengthsOf(origin: string, addresses: Addresses): Promise<Record<string, number>> {
  const client = new RawClient(origin)
  const lengths: Record<string, number> = {}
  for (const [name, path] of Object.entries(addresses)) lengths[name] = (await client.get(path)).bytes
  client.close()
  return lengths
}

/** Measures requests a second, alternately, so that changes of the machine affect both. */
async function againstStatic(origin: string, name: string, path: string): Promise<Verdict> {
  const [ours, floor]: [number[], number[]] = [[], []]
  for (let turn = -1; turn < TURNS; turn++) {
    const kept = await timesWithin(origin, [path], CONNECTIONS, TURN_MS)
    const plain = await timesWithin(origin, [`/_next/static/${FLOOR_FOLDER}/${name}.bin`], CONNECTIONS, TURN_MS)
    if (turn < 0) continue
    ours.push(kept.length / (TURN_MS / 1_000))
    floor.push(plain.length / (TURN_MS / 1_000))
  }
  const [value, least] = [median(ours), median(floor)]
  const what = `${name} kept, ${CONNECTIONS} connections`
  return { name: what, value, floor: least, unit: 'req/s', budget: FLOOR_BUDGET, atLeast: true }
}

async function manyConnections(origin: string, paths: string[]): Promise<Verdict> {
  const { connections, seconds, p99MaxMs } = MANY
  const times = await timesWithin(origin, paths, connections, seconds * 1_000)
  return { name: `${connections} connections, p99`, value: p99(times), floor: null, unit: 'ms', budget: p99MaxMs }
}

/** Compares the resident memory of the server after many requests to that after fewer; kept answers are the same. */
async function memoryAfter(instance: Instance, paths: string[]): Promise<Verdict> {
  const { first, all, growthMax } = MEMORY
  const ask = async (count: number) => {
    const client = new RawClient(instance.address)
    for (let index = 0; index < count; index++) {
      // Every fiftieth request is for a page that was not asked for.
      await client.get(index % 50 === 0 ? `/factors?text=${count}x${index}` : (paths[index % paths.length] ?? ''))
    }
    client.close()
  }
  await ask(first)
  const floor = serverBytes(instance.pid) / 1_000_000
  await ask(all - first)
  const value = serverBytes(instance.pid) / 1_000_000
  return { name: `memory after ${all} requests`, value, floor, unit: 'MB', budget: growthMax }
}

/** Returns the resident bytes of both processes of the web server below `npm start`. */
function serverBytes(pid: number): number {
  const lines = execFileSync('ps', ['-A', '-o', 'ppid=,rss=,args='], { encoding: 'utf8' }).split('\n')
  const servers = lines
    .map((line) => line.trim().split(/\s+/))
    .filter(([parent, , ...args]) => Number(parent) === pid && args.some((part) => /(front|next)-server/.test(part)))
  if (servers.length !== 2) throw new Error('the web server is not running')
  return servers.reduce((sum, [, kilobytes]) => sum + Number(kilobytes) * 1_024, 0)
}

/** Asks for paths in turn over some connections for a time, and returns how long each answer took, ms. */
async function timesWithin(origin: string, paths: string[], connections: number, forMs: number): Promise<number[]> {
  const end = performance.now() + forMs
  const times: number[] = []
  const ask = async () => {
    const client = new RawClient(origin)
    for (let index = 0; performance.now() < end; index++) {
      const begun = performance.now()
      await client.get(paths[index % paths.length] ?? '')
      times.push(performance.now() - begun)
    }
    client.close()
  }
  await Promise.all(Array.from({ length: connections }, ask))
  return times
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await ensureBuilt(new AbortController().signal)
  const verdicts = await measureKept()
  for (const verdict of verdicts) console.log(verdictLine(verdict))
  if (!verdicts.every(isKept)) process.exitCode = 1
  process.exit()
}
