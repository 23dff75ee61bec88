/**
 * Measures the time from the files of a new week, 5 days of 16 series, until its page shows their figures, over HTTP
 * and with the command: `npx tsx e2e/bench/new-week.ts`. Uses the demo data in its own database and server.
 */
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { mondayOf } from '@/lib/base/dates'
import { formatPercent } from '@/lib/base/format'
import { ensureBuilt } from '@/lib/boot/build/ensure-built'
import { freePort } from '@/lib/boot/port'
import { openEmbeddedDatabase } from '@/lib/boot/postgres/open-embedded'
import { prepareDatabase } from '@/lib/boot/postgres/prepare-database'
import { runProgram } from '@/lib/boot/run-program'
import { startWebServer } from '@/lib/boot/web/web-server'
import { shanghaiDays } from '@/lib/testing/calendar/shanghai'
import { FACTOR_PROFILES, PORTFOLIO_PROFILES } from '@/prisma/demo/profiles'
import { createRandom } from '@/prisma/demo/random'
import { isKept, median, type Verdict, verdictLine } from './verdict'

const BUDGET_MS = 500
const TURNS = 7
const TOKEN = 'the-token-of-a-benchmark'
const AFTER_DEMO = { from: '2024-09-01', to: '2025-12-31' }
const PATIENCE_MS = 30_000
const RETRY_MS = 10

/** The files of one week, and the expected figures of its page. */
interface NewWeek {
  address: string
  factors: string
  portfolios: string
  /** A unique figure of each series. */
  figures: string[]
}

type Load = (week: NewWeek) => Promise<void>

export async function measureNewWeek(): Promise<Verdict[]> {
  const signal = new AbortController().signal
  const folder = await mkdtemp(join(tmpdir(), 'factor-weekly-bench-'))
  await chmod(folder, 0o711)
  const database = await openEmbeddedDatabase(join(folder, 'data'))
  try {
    await prepareDatabase(database.url, { demo: true, signal })
    process.env.IMPORT_TOKEN = TOKEN
    const port = await freePort()
    const origin = `http://127.0.0.1:${port}`
    const server = await startWebServer({ mode: 'start', host: '127.0.0.1', port, databaseUrl: database.url })
    try {
      const weeks = await writeWeeks(folder, origin)
      await fetch(origin).then((response) => response.text())
      const byHttp = await timeLoads(weeks.slice(0, TURNS), (week) => post(origin, week))
      const start = await timeStart(database.url)
      const byCommand = await timeLoads(weeks.slice(TURNS), ({ factors, portfolios }) =>
        runCommand(database.url, factors, portfolios),
      )
      const of = { floor: null, unit: 'ms', budget: BUDGET_MS } as const
      return [
        { name: 'a new week by POST, to its page served', value: byHttp, ...of },
        { name: 'the same by npm run import, beyond the start of its programs', value: byCommand - start, ...of },
      ]
    } finally {
      await server.stop()
    }
  } finally {
    await database.close()
    await rm(folder, { recursive: true })
  }
}

/** Measures loads. The first one includes the set-up of the server, and is not counted. */
async function timeLoads(weeks: NewWeek[], load: Load): Promise<number> {
  const took: number[] = []
  for (const week of weeks) {
    const begun = performance.now()
    await load(week)
    await untilServed(week)
    took.push(performance.now() - begun)
  }
  return median(took.slice(1))
}

async function untilServed({ address, figures }: NewWeek): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS
  for (;;) {
    const response = await fetch(address)
    const page = await response.text()
    const missing = figures.filter((figure) => !page.includes(figure))
    if (response.ok && missing.length === 0) return
    if (performance.now() > deadline) throw new Error(`${address} does not show ${missing.join(', ')}`)
    await sleep(RETRY_MS)
  }
}

async function post(origin: string, { factors, portfolios }: NewWeek): Promise<void> {
  for (const path of [factors, portfolios]) {
    const response = await fetch(`${origin}/api/v1/imports?name=week.csv`, {
      method: 'POST',
      headers: { authorization: `Bearer ${TOKEN}` },
      body: await readFile(path),
    })
    if (response.status !== 201) throw new Error(`A file was answered ${response.status}: ${await response.text()}`)
  }
}

/** Measures the start of the command with its database, three nested programs, before it reads a file. */
async function timeStart(url: string): Promise<number> {
  const took: number[] = []
  for (let turn = 0; turn < TURNS; turn++) {
    const begun = performance.now()
    await runCommand(url, '--help')
    took.push(performance.now() - begun)
  }
  return median(took.slice(1))
}

async function runCommand(url: string, ...args: string[]): Promise<void> {
  await runProgram(process.execPath, ['lib/boot/bootstrap.mjs', 'import', ...args], { env: { DATABASE_URL: url } })
}

/** Returns twice as many weeks of five days as there are turns. */
function writeWeeks(folder: string, origin: string): Promise<NewWeek[]> {
  const days = shanghaiDays(AFTER_DEMO.from, AFTER_DEMO.to)
  const weeks = [...new Set(days.map(mondayOf))]
    .map((monday) => days.filter((day) => mondayOf(day) === monday))
    .filter(({ length }) => length === 5)
  return Promise.all(weeks.slice(0, 2 * TURNS).map((week, turn) => writeWeek({ folder, origin, days: week, turn })))
}

interface WeekFiles {
  folder: string
  origin: string
  days: string[]
  turn: number
}

/** Deviation of daily returns: of the market, and of a leg around it. */
const [MARKET_DEVIATION, LEG_DEVIATION] = [0.01, 0.003]

/** Writes the files of a week of drawn returns, as large as those of the demo, so that no check holds them. */
async function writeWeek({ folder, origin, days, turn }: WeekFiles): Promise<NewWeek> {
  const random = createRandom(`new week ${turn}`)
  const market = days.map(() => MARKET_DEVIATION * random.normal())
  const leg = () => market.map((day) => Number((day + LEG_DEVIATION * random.normal()).toFixed(8)))
  const legsOf = (profiles: readonly { code: string }[], count: number) =>
    profiles.map(({ code }) => ({ code, legs: Array.from({ length: count }, leg) }))
  const [factors, portfolios] = [legsOf(FACTOR_PROFILES, 3), legsOf(PORTFOLIO_PROFILES, 2)]
  const write = async (name: string, head: string, series: typeof factors) => {
    const path = join(folder, `${name}-${turn}.csv`)
    const lines = days.flatMap((day, at) =>
      series.map(({ code, legs }) => [day, code, ...legs.map((returns) => returns[at]?.toFixed(8))].join()),
    )
    await writeFile(path, [head, ...lines, ''].join('\n'))
    return path
  }
  return {
    address: `${origin}/weeks/${days.at(-1)}`,
    factors: await write('factors', 'date,series,long,short,benchmark', factors),
    portfolios: await write('portfolios', 'date,series,portfolio,benchmark', portfolios),
    figures: [...factors, ...portfolios].map(({ legs: [own = [], against = []] }) => {
      const growth = (returns: number[]) => returns.reduce((product, value) => product * (1 + value), 1)
      return `>${formatPercent(growth(own) - growth(against))}<`
    }),
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await ensureBuilt(new AbortController().signal)
  const verdicts = await measureNewWeek()
  for (const verdict of verdicts) console.log(verdictLine(verdict))
  if (!verdicts.every(isKept)) process.exitCode = 1
  process.exit()
}
