/**
 * Compares the wall of 1,000 factors to one of 14, both of 10.7 years: `npx tsx e2e/bench/wall.ts`, with
 * FACTOR_WEEKLY_BENCH_FACTORS for another number. It runs its own databases and servers.
 */
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright/test'
import { ensureBuilt } from '@/lib/boot/build/ensure-built'
import { freePort } from '@/lib/boot/port'
import { startWebServer } from '@/lib/boot/web/web-server'
import { prisma } from '@/lib/db/client'
import { withBrowser } from './browser'
import { readSamples, recordLoops } from './loop-samples'
import { makeSyntheticStore } from './synthetic-store'
import { isKept, median, type Verdict, verdictLine } from './verdict'

interface WallCost {
  /** Time of the document from a new server, milliseconds. */
  coldMs: number
  /** Of other documents, each for the first time, when the server has made the first page: name, time in milliseconds, budget. */
  others: { name: string; ms: number; budget: number }[]
  /** The longest that the event loop of Next was busy meanwhile, milliseconds. */
  busyMs: number
  /** Median time of one statement for the lowest and highest NAV ratio of each factor, milliseconds. */
  axesMs: number
  /** Median time of the cached document, milliseconds. */
  keptMs: number
  /** Bytes of the document on the wire. */
  bytes: number
  /** Median time from the start of the navigation until every visible picture is loaded, milliseconds. */
  firstScreenMs: number
  /** Frames per second while the wall is scrolled from top to bottom. */
  framesPerSecond: number
  /** Pictures that were requested before scrolling. */
  picturesAtFirst: number
  layoutShift: number
}

const FEW = 14
/** What is asked after the first page, in this order, and the most of the statement's time that it may take. */
const OTHERS = [
  { name: 'another page', search: '?page=2', budget: 0.5 },
  { name: 'sorted', search: '?by=week', budget: 2 },
  { name: 'with a gain this year', search: '?sign=year-up', budget: 2 },
  { name: 'as a table', search: '?show=table', budget: 2 },
  { name: 'as a table over the common period', search: '?show=table&since=common', budget: 2 },
]
const TURNS = 7
const AXES_TURNS = 3
const SCROLL_MS = 4_000
/** The recorder writes some of its samples at once. */
const SETTLE_MS = 500

/** Compares a wall of this many factors to one of 14, each with its own store and server, in the same browser. */
export function measureWalls(factors: number): Promise<Verdict[]> {
  return withBrowser(async (browser) => {
    const [few, many] = [await measureWall(browser, FEW), await measureWall(browser, factors)]
    const of = `wall of ${factors} factors`
    return [
      { name: `${of}, first screen`, value: many.firstScreenMs, floor: few.firstScreenMs, unit: 'ms', budget: 1.5 },
      {
        name: `${of}, first request of a server`,
        value: many.coldMs,
        floor: many.axesMs,
        unit: 'ms',
        budget: 3,
      },
      ...many.others.map(({ name, ms, budget }): Verdict => {
        return { name: `${of}, ${name}`, value: ms, floor: many.axesMs, unit: 'ms', budget }
      }),
      { name: `${of}, event loop busy`, value: many.busyMs, floor: null, unit: 'ms', budget: 100 },
      { name: `${of}, kept document`, value: many.keptMs, floor: null, unit: 'ms', budget: 300 },
      { name: `${of}, document on the wire`, value: many.bytes / 1_000, floor: null, unit: 'kB', budget: 300 },
      { name: `${of}, scrolled`, value: many.framesPerSecond, floor: null, unit: 'fps', budget: 50, atLeast: true },
      { name: `${of}, pictures before scrolling`, value: many.picturesAtFirst, floor: null, unit: '', budget: 80 },
      { name: `${of}, layout shift`, value: many.layoutShift, floor: null, unit: '', budget: 0 },
    ]
  })
}

async function measureWall(browser: Browser, factors: number): Promise<WallCost> {
  const store = await makeSyntheticStore(factors)
  const folder = await mkdtemp(join(tmpdir(), 'factor-weekly-bench-'))
  const loopFile = join(folder, 'loop')
  recordLoops(loopFile)
  const port = await freePort()
  const server = await startWebServer({ mode: 'start', host: '127.0.0.1', port, databaseUrl: store.url })
  try {
    const address = `http://127.0.0.1:${port}/factors`
    const cold = await fetched(address)
    const kept: number[] = []
    for (let turn = 0; turn < TURNS; turn++) kept.push((await fetched(address)).ms)
    const seen = await look(browser, address)
    const asked = Date.now()
    const others: WallCost['others'] = []
    for (const { name, search, budget } of OTHERS) {
      others.push({ name, ms: (await fetched(address + search)).ms, budget })
    }
    await sleep(SETTLE_MS)
    const samples = await readSamples(`${loopFile}.next`)
    return {
      coldMs: cold.ms,
      others,
      busyMs: Math.max(...samples.filter(({ at }) => at >= asked).map(({ late }) => late)),
      axesMs: await axesMs(),
      keptMs: median(kept),
      bytes: cold.bytes,
      ...seen,
    }
  } finally {
    await server.stop()
    await store.remove()
    await rm(folder, { recursive: true })
  }
}

/** Measures what the common axes cost: the daily rows of all factors, read once in the store. */
async function axesMs(): Promise<number> {
  const times: number[] = []
  for (let turn = 0; turn < AXES_TURNS; turn++) {
    const begun = performance.now()
    await prisma.$queryRaw`
      select factor_code, min(ratio), max(ratio)
      from (
        select factor_code, product((1 + long_return) / (1 + short_return)) over (partition by factor_code order by date) as ratio
        from factor_return
      ) as line
      group by factor_code`
    times.push(performance.now() - begun)
  }
  return median(times)
}

/** Returns the compressed size of an answer, bytes. */
async function fetched(address: string): Promise<{ ms: number; bytes: number }> {
  const begun = performance.now()
  const [response] = await once(get(address, { headers: { 'accept-encoding': 'gzip' } }), 'response')
  if (response.statusCode !== 200) throw new Error(`${address} answered ${response.statusCode}`)
  let bytes = 0
  for await (const chunk of response) bytes += chunk.length
  return { ms: performance.now() - begun, bytes }
}

type Seen = Pick<WallCost, 'firstScreenMs' | 'framesPerSecond' | 'picturesAtFirst' | 'layoutShift'>

async function look(browser: Browser, address: string): Promise<Seen> {
  const firstScreens = []
  for (let turn = 0; turn < TURNS; turn++) {
    const page = await newPage(browser)
    firstScreens.push(await firstScreen(page, address))
    await page.context().close()
  }
  const page = await newPage(browser)
  let pictures = 0
  page.on('request', (request) => {
    if (request.url().includes('/charts/')) pictures++
  })
  await page.goto(address, { waitUntil: 'networkidle' })
  const picturesAtFirst = pictures
  const framesPerSecond = await scroll(page)
  const layoutShift = await page.evaluate(() => Reflect.get(globalThis, 'shifted'))
  await page.context().close()
  return { firstScreenMs: median(firstScreens), framesPerSecond, picturesAtFirst, layoutShift: Number(layoutShift) }
}

async function newPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  await context.addInitScript(() => {
    Reflect.set(globalThis, 'shifted', 0)
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        Reflect.set(
          globalThis,
          'shifted',
          Number(Reflect.get(globalThis, 'shifted')) + Number(Reflect.get(entry, 'value')),
        )
    }).observe({ type: 'layout-shift', buffered: true })
  })
  return context.newPage()
}

/** Waits until the visible pictures are decoded. */
async function firstScreen(page: Page, address: string): Promise<number> {
  await page.goto(address, { waitUntil: 'commit' })
  const ready = await page.waitForFunction(() => {
    const shown = [...document.querySelectorAll<HTMLImageElement>('[data-series] img')].filter(
      (image) => image.getBoundingClientRect().top < innerHeight,
    )
    return shown.length > 0 && shown.every(({ complete }) => complete) && performance.now()
  })
  return Number(await ready.jsonValue())
}

/** Measures frames per second while scrolling down by an equal distance in each frame. */
function scroll(page: Page): Promise<number> {
  return page.evaluate(async (ms) => {
    const way = document.documentElement.scrollHeight - innerHeight
    const begun = performance.now()
    let frames = 0
    for (let now = begun; now - begun < ms; frames++) {
      now = await new Promise<number>((resolve) => requestAnimationFrame(resolve))
      scrollTo({ top: ((now - begun) / ms) * way, behavior: 'instant' })
    }
    return (frames / (performance.now() - begun)) * 1_000
  }, SCROLL_MS)
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await ensureBuilt(new AbortController().signal)
  const verdicts = await measureWalls(Number(process.env.FACTOR_WEEKLY_BENCH_FACTORS ?? 1_000))
  for (const verdict of verdicts) console.log(verdictLine(verdict))
  if (!verdicts.every(isKept)) process.exitCode = 1
  process.exit()
}
