/**
 * Compares reading a factor's whole series with all columns through the API to reading its stored rows with `pg`:
 * `npx tsx e2e/bench/api.ts`, with its own database and server. Neither compresses.
 */
import { pathToFileURL } from 'node:url'
import pg from 'pg'
import { ensureBuilt } from '@/lib/boot/build/ensure-built'
import { freePort } from '@/lib/boot/port'
import { startWebServer } from '@/lib/boot/web/web-server'
import { makeSyntheticStore } from './synthetic-store'
import { isKept, median, type Verdict, verdictLine } from './verdict'

const LAST_MONTHS = 12

/**
 * Reads a factor's 2,600 rows alternately through the API, each time with another last day so that no answer is cached,
 * and with `pg` as arrays.
 * @param origin "http://localhost:3000" of a running server; @param databaseUrl its database
 */
export async function benchSeries(origin: string, databaseUrl: string, code: string, turns = 21): Promise<Verdict> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const [api, floor]: [number[], number[]] = [[], []]
    for (let turn = 0; turn < turns; turn++) {
      floor.push(await timed(() => readByPg(client, code)))
      const month = String((turn % LAST_MONTHS) + 1).padStart(2, '0')
      const to = `${2030 + Math.floor(turn / LAST_MONTHS)}-${month}-01`
      api.push(await timed(() => readByApi(`${origin}/api/v1/factors/${code}/daily.csv?to=${to}`)))
    }
    const [value, least] = [median(api.slice(1)), median(floor.slice(1))]
    return { name: 'a factor of 2,600 days by the API', value, floor: least, unit: 'ms', budget: 3 }
  } finally {
    await client.end()
  }
}

async function readByPg(client: pg.Client, code: string): Promise<void> {
  const text = `select date::text, long_return, short_return, benchmark_return from factor_return
    where factor_code = $1 and until_version = 2147483647 order by date`
  await client.query({ text, values: [code], rowMode: 'array' })
}

async function readByApi(address: string): Promise<void> {
  const response = await fetch(address, { headers: { 'accept-encoding': 'identity' } })
  if (!response.ok) throw new Error(`${address} answered ${response.status}`)
  await response.arrayBuffer()
}

async function timed(run: () => Promise<void>): Promise<number> {
  const start = performance.now()
  await run()
  return performance.now() - start
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await ensureBuilt(new AbortController().signal)
  const store = await makeSyntheticStore(14)
  const port = await freePort()
  const server = await startWebServer({ mode: 'start', host: '127.0.0.1', port, databaseUrl: store.url })
  const verdict = await benchSeries(`http://127.0.0.1:${port}`, store.url, 'factor-1').finally(async () => {
    await server.stop()
    await store.remove()
  })
  console.log(verdictLine(verdict))
  if (!isKept(verdict)) process.exitCode = 1
  process.exit()
}
