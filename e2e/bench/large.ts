/**
 * Compares every page and file of a store of 5,000 factors to those of 14, both of three years: `npx tsx e2e/bench/large.ts`, with
 * FACTOR_WEEKLY_BENCH_FACTORS for another number. It runs its own databases and servers.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import type { Browser, BrowserContext } from 'playwright/test'
import { z } from 'zod'
import { ensureBuilt } from '@/lib/boot/build/ensure-built'
import { freePort } from '@/lib/boot/port'
import { startWebServer } from '@/lib/boot/web/web-server'
import { withBrowser } from './browser'
import { makeSyntheticStore } from './synthetic-store'
import { timedAnswer } from './timed-answer'
import { isKept, median, type Verdict, verdictLine } from './verdict'

const WEEK = '/weeks/2024-08-30'
const PAGES = [
  '/',
  '/en',
  `${WEEK}?family=family-1`,
  '/factors',
  '/factors?show=table',
  '/factors/factor-7',
  '/compare',
  '/compare?find=factor-1',
  '/compare?series=factor-1,factor-2,factor-3',
  '/portfolios',
  '/weeks',
  '/methodology',
  '/data',
  '/data/1',
  '/data/2',
  '/data/load',
  '/months/2024-08',
  '/quarters/2024-Q3',
  `${WEEK}/reconciliation`,
  `${WEEK}/editions`,
  `${WEEK}/edit`,
]
const FILES = [
  `${WEEK}/summary.csv`,
  `${WEEK}/summary.xlsx`,
  `${WEEK}/summary.png`,
  `${WEEK}/portrait.png`,
  `${WEEK}/mail.html`,
  `${WEEK}/copy.json`,
  `${WEEK}/report.pdf`,
  `${WEEK}/one-page.pdf`,
  '/months/2024-08/report.pdf',
  '/factors/factor-7/factsheet.pdf',
  '/api/v1/summaries.json',
  '/api/v1/summaries.parquet',
  '/api/v1/factors.json',
]

const FEW = 14
const YEARS = 3
const VISITS = 3
const BUDGETS = {
  firstScreen: 1.5,
  nodes: 5_000,
  htmlKb: 700,
  stallMs: 100,
  fileMs: 20_000,
  coldMs: 4_000,
  keptMs: 100,
}
/** After this time the delays of the event loop are in the file. */
const WRITTEN_MS = 400

/** The first request for an address, and the longest delays of the event loops meanwhile. */
interface Asked {
  coldMs: number
  keptMs: number
  /** Of the process that readers reach. */
  stallMs: number
  /** Of the process that makes pages. */
  makerStallMs: number
}

interface Seen {
  /** Median time from the start of the navigation until every visible picture is loaded, milliseconds. */
  firstScreenMs: number
  nodes: number
  htmlKb: number
  /** Pixels by which a phone could be scrolled sideways. */
  overhangPx: number
}

interface Measured {
  asked: Map<string, Asked>
  seen: Map<string, Seen>
}

/** Compares the pages of so many factors to those of 14, each with its own store and server, in the same browser. */
export function measureLarge(factors: number): Promise<Verdict[]> {
  return withBrowser(async (browser) => {
    const [few, many] = [await measureStore(browser, FEW), await measureStore(browser, factors)]
    for (const [path, { coldMs, makerStallMs }] of many.asked)
      console.log(
        `${path}: made in ${coldMs.toFixed(0)} ms, its process busy for ${makerStallMs.toFixed(0)} ms at once`,
      )
    return [
      ...PAGES.flatMap((path) => pageVerdicts(path, few, many)),
      ...FILES.flatMap((path) => fileVerdicts(path, many)),
    ]
  })
}

function pageVerdicts(path: string, few: Measured, many: Measured): Verdict[] {
  const [asked, seen] = [found(many.asked, path), found(many.seen, path)]
  return [
    {
      name: `${path}, first screen`,
      value: seen.firstScreenMs,
      floor: found(few.seen, path).firstScreenMs,
      unit: 'ms',
      budget: BUDGETS.firstScreen,
    },
    limit(`${path}, nodes`, seen.nodes, '', BUDGETS.nodes),
    limit(`${path}, HTML`, seen.htmlKb, 'kB', BUDGETS.htmlKb),
    limit(`${path}, sideways on a phone`, seen.overhangPx, '', 0),
    limit(`${path}, first request`, asked.coldMs, 'ms', BUDGETS.coldMs),
    limit(`${path}, kept`, asked.keptMs, 'ms', BUDGETS.keptMs),
    limit(`${path}, longest stall for other readers`, asked.stallMs, 'ms', BUDGETS.stallMs),
  ]
}

function fileVerdicts(path: string, many: Measured): Verdict[] {
  const { coldMs, stallMs } = found(many.asked, path)
  return [
    limit(`${path}, first request`, coldMs, 'ms', BUDGETS.fileMs),
    limit(`${path}, longest stall for other readers`, stallMs, 'ms', BUDGETS.stallMs),
  ]
}

function limit(name: string, value: number, unit: Verdict['unit'], budget: number): Verdict {
  return { name, value, unit, floor: null, budget }
}

function found<Value>(measured: Map<string, Value>, path: string): Value {
  const value = measured.get(path)
  if (value === undefined) throw new RangeError(`${path} was not measured`)
  return value
}

async function measureStore(browser: Browser, factors: number): Promise<Measured> {
  const store = await makeSyntheticStore(factors, YEARS)
  const folder = await mkdtemp(join(tmpdir(), 'factor-weekly-bench-'))
  const loopFile = join(folder, 'loop')
  process.env.CACHE_DIR = folder
  process.env.FACTOR_WEEKLY_LOOP_FILE = loopFile
  process.env.NODE_OPTIONS = `--import ${pathToFileURL(resolve('e2e/bench/event-loop-recorder.mjs')).href}`
  const port = await freePort()
  const server = await startWebServer({ mode: 'start', host: '127.0.0.1', port, databaseUrl: store.url })
  try {
    const origin = `http://127.0.0.1:${port}`
    const asked = new Map<string, Asked>()
    for (const path of [...PAGES, ...FILES]) asked.set(path, await ask(origin, path, loopFile))
    const seen = new Map<string, Seen>()
    for (const path of PAGES) seen.set(path, await look(browser, `${origin}${path}`))
    return { asked, seen }
  } finally {
    await server.stop()
    await store.remove()
    await rm(folder, { recursive: true })
  }
}

async function ask(origin: string, path: string, loopFile: string): Promise<Asked> {
  const begun = Date.now()
  const coldMs = await timedAnswer(`${origin}${path}`)
  const ended = Date.now()
  await sleep(WRITTEN_MS)
  const stallMs = await longestStall(loopFile, begun, ended)
  const makerStallMs = await longestStall(`${loopFile}.next`, begun, ended)
  return { coldMs, keptMs: await timedAnswer(`${origin}${path}`), stallMs, makerStallMs }
}

/** A line of the file: time, delay in ms, resident bytes. */
const line = z.tuple([z.number(), z.number(), z.number()])

async function longestStall(loopFile: string, from: number, to: number): Promise<number> {
  const lines = (await readFile(loopFile, 'utf8')).trim().split('\n')
  const delays = lines.map((text) => line.parse(JSON.parse(text)))
  return Math.max(0, ...delays.filter(([time]) => time >= from && time <= to + WRITTEN_MS).map(([, delay]) => delay))
}

async function look(browser: Browser, address: string): Promise<Seen> {
  const wide = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const phone = await browser.newContext({ viewport: { width: 390, height: 844 } })
  try {
    const times: number[] = []
    for (let turn = 0; turn < VISITS; turn++) times.push(await firstScreen(wide, address))
    const html = await (await fetch(address)).arrayBuffer()
    const nodes = await onPage(wide, address, () => document.querySelectorAll('*').length)
    const overhangPx = await onPage(phone, address, () => {
      const { scrollWidth, clientWidth } = document.documentElement
      return scrollWidth - clientWidth
    })
    return { firstScreenMs: median(times), nodes, htmlKb: html.byteLength / 1_000, overhangPx }
  } finally {
    await Promise.all([wide.close(), phone.close()])
  }
}

async function onPage(context: BrowserContext, address: string, count: () => number): Promise<number> {
  const page = await context.newPage()
  await page.goto(address, { waitUntil: 'load' })
  const counted = await page.evaluate(count)
  await page.close()
  return counted
}

/** Waits until the visible pictures are decoded. */
async function firstScreen(context: BrowserContext, address: string): Promise<number> {
  const page = await context.newPage()
  await page.goto(address, { waitUntil: 'commit' })
  const ready = await page.waitForFunction(() => {
    const shown = [...document.images].filter((image) => image.getBoundingClientRect().top < innerHeight)
    return document.readyState !== 'loading' && shown.every(({ complete }) => complete) && performance.now()
  })
  const ms = Number(await ready.jsonValue())
  await page.close()
  return ms
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await ensureBuilt(new AbortController().signal)
  const verdicts = await measureLarge(Number(process.env.FACTOR_WEEKLY_BENCH_FACTORS ?? 5_000))
  for (const verdict of verdicts) console.log(verdictLine(verdict))
  if (!verdicts.every(isKept)) process.exitCode = 1
  process.exit()
}
