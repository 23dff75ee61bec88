import type { Browser, CDPSession, Page } from 'playwright/test'

/** The cost of one cold visit to a page. Times in ms since the start of its navigation. */
export interface Visit {
  /** Largest contentful paint of the page as it opens. */
  lcp: number
  /** Time of the last awaited chart when the page is scrolled down at once. */
  drawn: number
  /** Sum of the time beyond 50 ms of each long task after the first paint. */
  blocked: number
  /** Response headers and bodies as sent. */
  bytes: number
  /** Bodies of scripts as sent, before any interaction. */
  script: number
  shift: number
  /** From a pointer over a chart that was live before until it is live again, ms. Null when not measured. */
  live: number | null
}

interface Conditions {
  charts: number
  slowdown: number
  viewport: { width: number; height: number }
  touch: boolean
}

/** Chromium's own "Fast 4G". */
const NETWORK = { offline: false, latency: 165, downloadThroughput: 1_012_500, uploadThroughput: 168_750 }
const TIMEOUT_MS = 60_000
/** Wait so that late work, such as hydration, is counted. */
const SETTLE_MS = 1_000

declare global {
  interface Window {
    bench: { lcp: number; shift: number; painted: number; long: [start: number, took: number][]; drawn: number | null }
  }
}

/** Visits a page. @throws Error when a chart is not drawn, or none becomes live, within a minute */
export async function visit(browser: Browser, address: string, conditions: Conditions): Promise<Visit> {
  const { charts, slowdown, viewport, touch } = conditions
  const context = await browser.newContext({ viewport })
  try {
    const page = await context.newPage()
    // tsx adds calls of this helper to functions, and a page does not have it.
    await page.addInitScript('globalThis.__name = (named) => named')
    await page.addInitScript(watch, charts)
    const session = await context.newCDPSession(page)
    const traffic = await countTraffic(session)
    await session.send('Network.emulateNetworkConditions', NETWORK)
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
    await page.goto(address, { waitUntil: 'load', timeout: TIMEOUT_MS })
    // Read before scrolling, which brings other elements into view.
    const lcp = await page.evaluate(largestSoFar)
    await page.evaluate(scrollDown)
    await page.waitForFunction(() => window.bench.drawn !== null, null, { timeout: TIMEOUT_MS })
    await page.waitForLoadState('networkidle')
    await page.waitForTimeout(SETTLE_MS)
    const { shift, painted, long, drawn } = await page.evaluate(() => window.bench)
    const late = long.filter(([start]) => start >= painted).map(([, took]) => took - 50)
    return {
      lcp,
      drawn: drawn ?? Number.NaN,
      blocked: late.reduce((sum, over) => sum + over, 0),
      ...traffic(),
      shift,
      live: touch ? await touchAgain(page) : null,
    }
  } finally {
    await context.close()
  }
}

/** Runs in the page before its own scripts. */
function watch(charts: number): void {
  const bench: Window['bench'] = { lcp: 0, shift: 0, painted: 0, long: [], drawn: null }
  window.bench = bench
  const observe = (type: string, note: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true })
  observe('largest-contentful-paint', ({ startTime }) => {
    bench.lcp = startTime
  })
  observe('paint', ({ name, startTime }) => {
    if (name === 'first-contentful-paint') bench.painted = startTime
  })
  observe('longtask', ({ startTime, duration }) => bench.long.push([startTime, duration]))
  observe('layout-shift', (entry) => {
    if ('value' in entry) bench.shift += Number(entry.value)
  })
  const isDrawn = (element: Element) => {
    const { width, height } = element.getBoundingClientRect()
    if (width <= 100 || height <= 60) return false
    return !(element instanceof HTMLImageElement) || (element.complete && element.naturalWidth > 0)
  }
  const look = () => {
    const found = [...document.querySelectorAll('img, svg')].filter(isDrawn)
    if (found.length >= charts) bench.drawn = performance.now()
    else requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

/** Runs in the page: returns the largest contentful paint after painting. */
async function largestSoFar(): Promise<number> {
  while (window.bench.lcp === 0) await new Promise((settle) => requestAnimationFrame(settle))
  await new Promise((settle) => requestAnimationFrame(() => requestAnimationFrame(settle)))
  return window.bench.lcp
}

/** Runs in the page: scrolls one screen for each frame until all charts are drawn. */
async function scrollDown(): Promise<void> {
  const end = performance.now() + 20_000
  while (window.bench.drawn === null && performance.now() < end) {
    for (let top = 0; top < document.body.scrollHeight && window.bench.drawn === null; top += innerHeight) {
      scrollTo(0, top)
      await new Promise((settle) => requestAnimationFrame(settle))
    }
  }
}

async function countTraffic(session: CDPSession): Promise<() => Pick<Visit, 'bytes' | 'script'>> {
  const heads = new Map<string, { type: string; headers: number }>()
  const counts = { bytes: 0, script: 0 }
  session.on('Network.responseReceived', ({ requestId, type, response }) => {
    heads.set(requestId, { type, headers: response.encodedDataLength })
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const head = heads.get(requestId)
    counts.bytes += encodedDataLength
    if (head?.type === 'Script') counts.script += encodedDataLength - head.headers
  })
  await session.send('Network.enable')
  return () => ({ ...counts })
}

/** Measures how soon a chart is live again, when its code and rows are already in the browser. */
async function touchAgain(page: Page): Promise<number> {
  const chart = page.locator('img.chart-window').first()
  const live = page.locator('[data-live="true"]')
  await chart.hover()
  await live.waitFor()
  await chart.locator('xpath=ancestor::figure').locator('p.absolute button').click()
  await live.waitFor({ state: 'detached' })
  const begun = page.evaluate(
    () =>
      new Promise<number>((settle) => {
        const start = { at: Number.NaN }
        addEventListener('pointerover', () => (start.at ||= performance.now()), { once: true })
        new MutationObserver((_, observer) => {
          if (document.querySelector('[data-live="true"]') === null) return
          observer.disconnect()
          settle(performance.now() - start.at)
        }).observe(document.body, { subtree: true, attributes: true, childList: true })
      }),
  )
  await chart.hover()
  return begun
}
