/**
 * Prints how cost grows with the number of factors and of years: `npx tsx e2e/bench/growth.ts`, with
 * FACTOR_WEEKLY_BENCH_FACTORS=5000 for a larger last store. With --plot it draws them in lib/boot/operation/growth.svg. It runs its own databases and servers. Between the two largest
 * stores nothing may grow faster than linearly, and the page of one factor not at all with the number of factors.
 */
import { writeFile } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import { ensureBuilt } from '@/lib/boot/build/ensure-built'
import { freePort } from '@/lib/boot/port'
import { startWebServer } from '@/lib/boot/web/web-server'
import { growthPlot } from './growth-plot'
import { makeSyntheticStore } from './synthetic-store'
import { timedAnswer } from './timed-answer'
import { isKept, median, type Verdict, verdictLine } from './verdict'

const FACTORS = [10, 100, Number(process.env.FACTOR_WEEKLY_BENCH_FACTORS ?? 1_000)]
const YEARS = [1, 10, 30]
/** Years of the stores that differ in factors, and factors of those that differ in years. */
const USUAL_YEARS = 3
const USUAL_FACTORS = 30
/** Noise of a machine on which other programs run. */
const SAME = 1.5
const PAGES = 5

/** What is asked, in this order, of a new server; each for the first time, so that nothing is kept. */
const QUESTIONS = {
  'cold summaries': '/api/v1/summaries.json?limit=1',
  'week page': '/en',
  wall: '/factors',
  PDF: '/weeks/2024-08-30/report.pdf',
} as const
type Cost = Record<keyof typeof QUESTIONS | 'import' | 'factor page', number>

/** Measures stores of rising size, and judges how their cost grows. */
export async function measureGrowth(): Promise<Verdict[]> {
  const byFactors = []
  for (const size of FACTORS) byFactors.push({ size, cost: await measureStore(size, USUAL_YEARS) })
  const byYears = []
  for (const size of YEARS) byYears.push({ size, cost: await measureStore(USUAL_FACTORS, size) })
  if (process.argv.includes('--plot')) {
    const panels = [
      { unit: 'factors', measured: byFactors },
      { unit: 'years', measured: byYears },
    ] as const
    await writeFile('lib/boot/operation/growth.svg', growthPlot(panels))
  }
  return [...verdictsOf('factors', byFactors), ...verdictsOf('years', byYears)]
}

interface Measured {
  size: number
  cost: Cost
}

function verdictsOf(unit: 'factors' | 'years', measured: Measured[]): Verdict[] {
  const [first, before, last] = measured
  if (!first || !before || !last) throw new RangeError('three sizes are measured')
  return (Object.keys(last.cost) as (keyof Cost)[]).map((name) => {
    const costs = measured.map(({ size, cost }) => `${size}: ${cost[name].toFixed(0)} ms`).join(', ')
    console.log(`${name} by ${unit}: ${costs}, exponent ${exponentOf(name, before, last).toFixed(2)}`)
    if (name === 'factor page' && unit === 'factors')
      return { name: `${name} by ${unit}`, value: last.cost[name], floor: first.cost[name], unit: 'ms', budget: SAME }
    const exponent = exponentOf(name, before, last)
    return { name: `${name} by ${unit}, exponent`, value: exponent, floor: null, unit: '', budget: 1 }
  })
}

/** Returns the power of the size with which a cost grows: 1 for linear growth. */
function exponentOf(name: keyof Cost, before: Measured, last: Measured): number {
  return Math.log(last.cost[name] / before.cost[name]) / Math.log(last.size / before.size)
}

async function measureStore(factors: number, years: number): Promise<Cost> {
  const store = await makeSyntheticStore(factors, years)
  const port = await freePort()
  const server = await startWebServer({ mode: 'start', host: '127.0.0.1', port, databaseUrl: store.url })
  try {
    const ask = (path: string) => timedAnswer(`http://127.0.0.1:${port}${path}`)
    // The first answer of a server also compiles.
    await ask('/methodology')
    const times: Partial<Cost> = { import: store.importMs }
    for (const [name, path] of Object.entries(QUESTIONS)) times[name as keyof Cost] = await ask(path)
    const pages: number[] = []
    for (const code of store.codes.slice(0, PAGES)) pages.push(await ask(`/factors/${code}`))
    times['factor page'] = median(pages)
    return times as Cost
  } finally {
    await server.stop()
    await store.remove()
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await ensureBuilt(new AbortController().signal)
  const verdicts = await measureGrowth()
  for (const verdict of verdicts) console.log(verdictLine(verdict))
  if (!verdicts.every(isKept)) process.exitCode = 1
  process.exit()
}
