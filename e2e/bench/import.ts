/**
 * Compares a load, and the proof that the store is whole, to PostgreSQL's `\copy` into a table with a primary key: `npx tsx e2e/bench/import.ts`, with
 * FACTOR_WEEKLY_BENCH_ROWS for another size. It runs its own database in a temporary folder.
 */
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { pathToFileURL } from 'node:url'
import { Client } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { openEmbeddedDatabase } from '@/lib/boot/postgres/open-embedded'
import { verifyStore } from '@/lib/cli/verify'
import { applyMigrations } from '@/lib/db/migrations/apply-migrations'
import { importCatalogue } from '@/lib/import/import-catalogue'
import { importFile } from '@/lib/import/import-file'
import { shanghaiDays } from '@/lib/testing/calendar/shanghai'
import { makeSampleFolder, SAMPLE_CATALOGUE } from '@/lib/testing/import/sample-files'
import { median } from './verdict'

export interface Measured {
  name: string
  /** Seconds. */
  took: number
  /** Seconds that the floor took in the same run. */
  floor: number
  ratio: number
  budget: number
}

const BUDGETS = { load: 2, again: 1.2, verify: 1.4, memoryMb: 400 }
const FIRST_DAY = '2014-01-02'
const LAST_DAY = '2024-08-30'
const FLOORS = 3

/** Loads this many daily rows into an empty store, loads the same file again, and compares both times to the floor. */
export async function measureImport(rows: number): Promise<{ measured: Measured[]; peakMb: number }> {
  const folder = await mkdtemp(join(tmpdir(), 'factor-weekly-bench-'))
  await chmod(folder, 0o711)
  const database = await openEmbeddedDatabase(join(folder, 'data'))
  const samples = await makeSampleFolder()
  try {
    process.env.DATABASE_URL = database.url
    await applyMigrations(database.url)
    const path = join(folder, 'rows.csv')
    const codes = await writeRows(path, rows)
    await importCatalogue({ path: await samples.write('catalogue.json', JSON.stringify(catalogueOf(codes))) })
    const load = await watched(() => importFile({ path }))
    const floors = [await measureFloor(database.url, path)]
    const again = await watched(() => importFile({ path }))
    const verify = await timed(() => verifyStore())
    for (let turn = 1; turn < FLOORS; turn++) floors.push(await measureFloor(database.url, path))
    const floor = median(floors)
    if (verify.result.length > 0) throw new Error(`The store is not whole: ${verify.result.join('; ')}`)
    if (load.result.version !== 2 || again.result.version !== null)
      throw new Error('A load did not do what it is to do.')
    const measured = [
      { name: `import of ${rows} daily rows`, ...besides(load.took, floor), budget: BUDGETS.load },
      { name: 'the same file again', ...besides(again.took, floor), budget: BUDGETS.again },
      { name: 'npm run verify of them', ...besides(verify.took, floor), budget: BUDGETS.verify },
    ]
    return { measured, peakMb: Math.max(load.peakMb, again.peakMb) }
  } finally {
    await samples.remove()
    await database.close()
    await rm(folder, { recursive: true })
  }
}

function besides(took: number, floor: number) {
  return { took, floor, ratio: took / floor }
}

async function timed<Result>(run: () => Promise<Result>): Promise<{ result: Result; took: number }> {
  const begun = performance.now()
  const result = await run()
  return { result, took: (performance.now() - begun) / 1_000 }
}

/** Runs a task, and returns its result with the highest resident memory of this process, megabytes. */
async function watched<Result>(run: () => Promise<Result>): Promise<{ result: Result; took: number; peakMb: number }> {
  let peak = 0
  const timer = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss())
  }, 20)
  try {
    const timing = await timed(run)
    return { ...timing, peakMb: peak / 1_000_000 }
  } finally {
    clearInterval(timer)
  }
}

const TABLE = `
  create table floor (date date, code text, long float8 not null, short float8 not null, benchmark float8 not null,
                      primary key (code, date))`

/** Measures `\copy` of the file in seconds, and rolls it back, so that the next copy finds the same database. */
async function measureFloor(url: string, path: string): Promise<number> {
  const bytes = await readFile(path)
  const client = new Client({ connectionString: url })
  const { took } = await timed(async () => {
    await client.connect()
    await client.query('begin')
    await client.query(TABLE)
    const into = 'copy floor (date, code, long, short, benchmark) from stdin with (format csv, header)'
    await pipeline(Readable.from([bytes]), client.query(copyFrom(into)))
    await client.query('rollback')
  })
  await client.end()
  return took
}

/** Writes rows by day, with all factors of a day; returns the codes. */
export async function writeRows(path: string, rows: number): Promise<string[]> {
  const days = shanghaiDays(FIRST_DAY, LAST_DAY)
  const codes = Array.from({ length: Math.ceil(rows / days.length) }, (_, index) => `factor-${index + 1}`)
  const file = createWriteStream(path)
  file.write('date,series,long,short,benchmark\n')
  let seed = 1
  const draw = () => {
    seed = (seed * 48_271) % 2_147_483_647
    return ((seed / 2_147_483_647 - 0.5) / 25).toFixed(8)
  }
  let left = rows
  for (const day of days) {
    const lines = codes.slice(0, left).map((code) => `${day},${code},${draw()},${draw()},${draw()}\n`)
    left -= lines.length
    if (!file.write(lines.join(''))) await once(file, 'drain')
  }
  file.end()
  await once(file, 'finish')
  return codes
}

export function catalogueOf(codes: string[]) {
  const [sample] = SAMPLE_CATALOGUE.factors
  const factors = codes.map((code, index) => ({ ...sample, code, position: index + 1 }))
  return { ...SAMPLE_CATALOGUE, factors, portfolios: [], reportIssues: [] }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { measured, peakMb } = await measureImport(Number(process.env.FACTOR_WEEKLY_BENCH_ROWS ?? 1_000_000))
  for (const { name, took, floor, ratio, budget } of measured) {
    const verdict = ratio <= budget ? 'kept' : 'missed'
    console.log(
      `${name}: ${took.toFixed(2)} s, floor ${floor.toFixed(2)} s, ratio ${ratio.toFixed(2)}, budget ${budget}: ${verdict}`,
    )
  }
  const isKept = peakMb <= BUDGETS.memoryMb
  console.log(`memory: ${peakMb.toFixed(0)} MB, budget ${BUDGETS.memoryMb} MB: ${isKept ? 'kept' : 'missed'}`)
  if (!isKept || measured.some(({ ratio, budget }) => ratio > budget)) process.exitCode = 1
  process.exit()
}
