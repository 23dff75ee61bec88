/**
 * Compares making PDFs to printing the same page of the same server with Chromium: `npx tsx e2e/bench/pdf.ts`, with
 * FACTOR_WEEKLY_BENCH_TURNS for more turns. Each turn runs a new instance in a temporary folder.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'playwright/test'
import { ensureBuilt } from '@/lib/boot/build/ensure-built'
import { withInstance } from '@/lib/testing/run/test-instance'
import { withBrowser } from './browser'
import { type LoopSample, readSamples, recordLoops } from './loop-samples'
import { isKept, median, type Verdict, verdictLine } from './verdict'

interface Turn {
  /** Milliseconds. */
  first: number
  firstPrint: number
  another: number
  anotherPrint: number
  drawn: number
  again: number
  /** Delay of the event loop while PDFs were made. */
  late: number[]
  load: { wrong: number; beforeMb: number; afterMb: number }
}

const BUDGETS = { first: 0.5, another: 0.4, drawn: 0.2, againMs: 20, lateMs: 50, growth: 1.25 }
const WEEK = '/weeks/2024-08-30'
const OTHER = '/en/weeks/2024-08-23'
/** The PDF that warms up a server: one in the same language. */
const BEFORE = '/en/weeks/2024-06-21'
/** Asks for the whole document in a way of which the server keeps no answer in memory. */
const NOT_KEPT = { range: 'bytes=0-' }
const AT_ONCE = 50
const AGAIN = 200
const PAGES_MEANWHILE = 9
const PAGE_EVERY_MS = 700
const SETTLE_MS = 10_000
/** Samples of the last two seconds; the smallest is the memory in use. */
const SAMPLES_COMPARED = 200

/** Runs the benchmark. @param turns number of new servers, one after another */
export async function measurePdf(turns = 3): Promise<Verdict[]> {
  const folder = await mkdtemp(join(tmpdir(), 'factor-weekly-bench-'))
  const measured: Turn[] = []
  try {
    for (let turn = 0; turn < turns; turn++) measured.push(await measureTurn(join(folder, `${turn}`)))
  } finally {
    await rm(folder, { recursive: true })
  }
  const of = (read: (turn: Turn) => number) => median(measured.map(read))
  const printed = (name: string, value: number, floor: number, budget: number) =>
    ({ name, value, unit: 'ms', floor, budget }) as const
  return [
    printed(
      'first PDF of a fresh server',
      of(({ first }) => first),
      of(({ firstPrint }) => firstPrint),
      BUDGETS.first,
    ),
    printed(
      'another week and language',
      of(({ another }) => another),
      of(({ anotherPrint }) => anotherPrint),
      BUDGETS.another,
    ),
    printed(
      'the same, charts made',
      of(({ drawn }) => drawn),
      of(({ anotherPrint }) => anotherPrint),
      BUDGETS.drawn,
    ),
    { name: 'the same PDF again', value: of(({ again }) => again), unit: 'ms', floor: null, budget: BUDGETS.againMs },
    {
      name: 'lateness of the event loop, 99th percentile',
      value: quantile(
        measured.flatMap(({ late }) => late),
        0.99,
      ),
      unit: 'ms',
      floor: null,
      budget: BUDGETS.lateMs,
    },
    {
      name: `of ${AT_ONCE} at once, neither answered nor refused politely`,
      value: measured.reduce((sum, { load }) => sum + load.wrong, 0),
      unit: '',
      floor: null,
      budget: 0,
    },
    {
      name: `memory after ${AT_ONCE} at once, beside before`,
      value: of(({ load }) => load.afterMb),
      unit: 'MB',
      floor: of(({ load }) => load.beforeMb),
      budget: BUDGETS.growth,
    },
  ]
}

async function measureTurn(folder: string): Promise<Turn> {
  const loopFile = `${folder}.loop`
  process.env.CACHE_DIR = folder
  recordLoops(loopFile)
  return withInstance(async (origin) => {
    const pdf = `${origin}${OTHER}/report.pdf`
    const first = await during(() => getPdf(`${origin}${WEEK}/report.pdf`))
    const firstPrint = await during(() => withBrowser((browser) => print(browser, `${origin}${WEEK}`)))
    return withBrowser(async (browser) => {
      await print(browser, `${origin}${OTHER}`)
      await getPdf(`${origin}${BEFORE}/report.pdf`)
      const another = await during(() => getPdf(pdf))
      await rm(join(folder, 'documents'), { recursive: true })
      const drawn = await during(() => getPdf(pdf, NOT_KEPT))
      const anotherPrint = await during(() => print(browser, `${origin}${OTHER}`))
      const agains: number[] = []
      for (let turn = 0; turn < AGAIN; turn++) agains.push((await during(() => getPdf(pdf))).took)
      // The first fifty fill the caches of a server; the next must not add to them.
      const { wrong } = await loadAtOnce(origin, loopFile, 1)
      const load = await loadAtOnce(origin, loopFile, 7)
      const samples = await readSamples(loopFile)
      return {
        first: first.took,
        firstPrint: firstPrint.took,
        another: another.took,
        anotherPrint: anotherPrint.took,
        drawn: drawn.took,
        again: median(agains),
        late: [first, another, drawn].flatMap((span) => within(span, samples)).map(({ late }) => late),
        load: { ...load, wrong: wrong + load.wrong },
      }
    })
  })
}

interface Span {
  /** Milliseconds since 1970. */
  from: number
  to: number
  took: number
}

async function during(run: () => Promise<unknown>): Promise<Span> {
  const [from, begun] = [Date.now(), performance.now()]
  await run()
  return { from, to: Date.now(), took: performance.now() - begun }
}

async function getPdf(address: string, headers: Record<string, string> = {}): Promise<void> {
  const response = await fetch(address, { headers })
  const bytes = await response.arrayBuffer()
  if (!response.ok || bytes.byteLength < 10_000) throw new Error(`${address} answered ${response.status}`)
}

/** Prints the page with a browser, with every chart drawn. */
async function print(browser: Browser, address: string): Promise<void> {
  const page = await browser.newPage()
  try {
    await page.goto(address, { waitUntil: 'load' })
    await page.evaluate(async () => {
      const images = [...document.images].filter((image) => image.checkVisibility())
      for (const image of images) image.loading = 'eager'
      await Promise.all(images.map((image) => image.decode()))
    })
    await page.pdf({ format: 'A4', printBackground: true })
  } finally {
    await page.close()
  }
}

/** Requests many PDFs at once, of weeks of all years in both languages, and pages meanwhile. */
async function loadAtOnce(origin: string, loopFile: string, firstMonth: number): Promise<Turn['load']> {
  const beforeMb = await memoryMb(loopFile)
  const documents = Array.from({ length: AT_ONCE }, (_, index) => {
    const month = `${2015 + (index % 9)}-${String(firstMonth + Math.floor(index / 9)).padStart(2, '0')}`
    return isAnswered(`${origin}${index % 2 === 0 ? '' : '/en'}/weeks/${month}-21/report.pdf`)
  })
  const pages: Promise<boolean>[] = []
  for (let turn = 0; turn < PAGES_MEANWHILE; turn++) {
    pages.push(isAnswered(`${origin}/weeks/${2015 + turn}-${String(firstMonth + 5).padStart(2, '0')}-16`))
    await sleep(PAGE_EVERY_MS)
  }
  const answers = await Promise.all([...documents, ...pages])
  await sleep(SETTLE_MS)
  const wrong = answers.filter((isGood) => !isGood).length
  return { wrong, beforeMb, afterMb: await memoryMb(loopFile) }
}

/** Returns the memory of both processes of the server, MB. */
async function memoryMb(loopFile: string): Promise<number> {
  const both = await Promise.all([loopFile, `${loopFile}.next`].map(readSamples))
  const least = (samples: LoopSample[]) => Math.min(...samples.slice(-SAMPLES_COMPARED).map(({ bytes }) => bytes))
  return both.reduce((sum, samples) => sum + least(samples), 0) / 1_000_000
}

/** Returns whether the answer is 200; a PDF may also be 503 with retry-after. */
async function isAnswered(address: string): Promise<boolean> {
  const response = await fetch(address)
  await response.arrayBuffer()
  return response.ok || (address.endsWith('.pdf') && response.status === 503 && response.headers.has('retry-after'))
}

function within({ from, to }: Span, samples: LoopSample[]): LoopSample[] {
  return samples.filter(({ at }) => at >= from && at <= to)
}

function quantile(values: number[], share: number): number {
  const value = values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(share * values.length))]
  if (value === undefined) throw new RangeError('nothing was measured')
  return value
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await ensureBuilt(new AbortController().signal)
  const verdicts = await measurePdf(Number(process.env.FACTOR_WEEKLY_BENCH_TURNS ?? 3))
  for (const verdict of verdicts) console.log(verdictLine(verdict))
  if (!verdicts.every(isKept)) process.exitCode = 1
  process.exit()
}
