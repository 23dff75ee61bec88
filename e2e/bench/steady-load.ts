/** Requests that come at a steady rate, as from many readers who do not know of each other. */
import { setTimeout as sleep } from 'node:timers/promises'
import { parseHTML } from 'linkedom'
import { RawClient } from './raw-client'

/** What is kept: its name and its address. */
export type Addresses = Record<string, string>

/** Returns the addresses of what readers ask for most: a page, its picture, an answer of the API, and a file. */
export async function addressesOn(origin: string): Promise<Addresses> {
  const { document } = parseHTML(await (await fetch(origin)).text())
  const sheet = document.querySelector('img.chart-window')?.getAttribute('src') ?? ''
  return { page: '/', picture: sheet, summaries: '/api/v1/summaries.json', csv: '/weeks/2024-08-30/summary.csv' }
}

/**
 * Asks for paths in turn, whether or not earlier requests are answered, and returns how long each answer took from the
 * moment at which it was due, ms. Throws when one is not 200.
 */
export async function timesAtRate(
  origin: string,
  paths: string[],
  { perSecond, seconds }: { perSecond: number; seconds: number },
): Promise<number[]> {
  const idle: Idle[] = []
  const begun = performance.now()
  const answered: Promise<number>[] = []
  for (let index = 0; index < perSecond * seconds; index++) {
    const due = begun + (index * 1_000) / perSecond
    if (due > performance.now()) await sleep(due - performance.now())
    const client = openOf(idle) ?? new RawClient(origin)
    const answer = client.get(paths[index % paths.length] ?? '').then(() => {
      idle.push({ client, since: performance.now() })
      return performance.now() - due
    })
    answered.push(answer)
  }
  const times = await Promise.all(answered)
  for (const { client } of idle) client.close()
  return times
}

interface Idle {
  client: RawClient
  /** When it had its last answer, ms. */
  since: number
}

/** A server closes a connection that is idle for five seconds: one that nears this may be closed while it is used again. */
const IDLE_MAX_MS = 3_000

/** Takes the client that was used last. */
function openOf(idle: Idle[]): RawClient | undefined {
  const last = idle.pop()
  if (last === undefined) return undefined
  if (last.client.isOpen && performance.now() - last.since < IDLE_MAX_MS) return last.client
  // The others have been idle for longer.
  for (const { client } of [last, ...idle.splice(0)]) client.close()
  return undefined
}

/** Returns the time that all but the slowest hundredth keep. */
export function p99(times: number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? Number.NaN
}
