/**
 * Prints what a large store costs: time of the import, bytes on disk, answers of a new server, memory:
 * `FACTOR_WEEKLY_BENCH_FACTORS=2000 FACTOR_WEEKLY_BENCH_YEARS=10 npx tsx e2e/bench/size.ts`.
 */
import { execFileSync } from 'node:child_process'
import { pathToFileURL } from 'node:url'
import { Client } from 'pg'
import { ensureBuilt } from '@/lib/boot/build/ensure-built'
import { freePort } from '@/lib/boot/port'
import { startWebServer } from '@/lib/boot/web/web-server'
import { makeSyntheticStore } from './synthetic-store'
import { timedAnswer } from './timed-answer'

const FACTORS = Number(process.env.FACTOR_WEEKLY_BENCH_FACTORS ?? 2_000)
const YEARS = Number(process.env.FACTOR_WEEKLY_BENCH_YEARS ?? 10)
const MEGABYTE = 1_048_576

/** What is asked, in this order, of a new server; each for the first time. */
const QUESTIONS = {
  'the week': '/en',
  'a family of the week': '/en/weeks/2024-08-30?family=family-2',
  'all factors': '/en/factors',
  'one factor': '/en/factors/factor-7',
  'summaries of the API': '/api/v1/summaries.json?limit=1',
  'summaries of another week': '/api/v1/summaries.json?asOf=2020-05-08&limit=1',
} as const

async function measure(): Promise<void> {
  const begun = performance.now()
  const store = await makeSyntheticStore(FACTORS, YEARS)
  const port = await freePort()
  const server = await startWebServer({ mode: 'start', host: '127.0.0.1', port, databaseUrl: store.url })
  try {
    const { rows, table, all } = await sizes(store.url)
    console.log(`${FACTORS} factors over ${YEARS} years: ${rows} rows, made in ${seconds(performance.now() - begun)}`)
    console.log(`import: ${seconds(store.importMs)}, ${Math.round(rows / store.importMs)} rows a millisecond`)
    console.log(`on disk: ${megabytes(table)} of returns with their indexes, ${megabytes(all)} in all`)
    // The first answer of a server also compiles.
    await timedAnswer(`http://127.0.0.1:${port}/methodology`)
    for (const [name, path] of Object.entries(QUESTIONS)) {
      console.log(`${name}: ${seconds(await timedAnswer(`http://127.0.0.1:${port}${path}`))}`)
    }
    console.log(`memory of the server: ${megabytes(serverBytes(port))}`)
  } finally {
    await server.stop()
    await store.remove()
  }
}

async function sizes(url: string): Promise<{ rows: number; table: number; all: number }> {
  const client = new Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query(
    `select (select count(*) from factor_return)::int as rows, pg_total_relation_size('factor_return')::float8 as "table",
            pg_database_size(current_database())::float8 as "all"`,
  )
  await client.end()
  const [found] = rows
  return found
}

/** Returns the resident bytes of both processes of the server. */
function serverBytes(port: number): number {
  const lines = execFileSync('ps', ['-A', '-o', 'rss=,args='], { encoding: 'utf8' }).split('\n')
  const servers = lines.filter((line) => new RegExp(`(front|next)-server\\.mjs .*\\b${port} `).test(line))
  if (servers.length !== 2) throw new Error('the web server is not running')
  return servers.reduce((sum, line) => sum + Number(line.trim().split(/\s+/)[0]) * 1_024, 0)
}

function seconds(ms: number): string {
  return `${(ms / 1_000).toFixed(2)} s`
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / MEGABYTE)} MB`
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await ensureBuilt(new AbortController().signal)
  await measure()
  process.exit()
}
