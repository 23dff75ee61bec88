import type { Browser, CDPSession, Page } from 'playwright/test'

/** What one cold visit to a page cost. Times in ms since its navigation began. */
export interface Visit {
  /** Largest contentful paint of the page as it opens. */
  lcp: number
  /** When the last of the awaited charts was drawn, scrolling down at once. */
  drawn: number
  /** Sum of what long tasks after the first paint took beyond 50 ms each. */
  blocked: number
  /** Response headers and bodies as sent. */
  bytes: number
  /** Bodies of scripts as sent, before anyone touched anything. */
  script: number
  shift: number
  /** From a pointer over a chart that was live before to it live again, ms. Null where not asked for. */
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
/** Late work, such as hydration, is to count. */
const SETTLE_MS = 1_000

declare global {
  interface Window {
    bench: { lcp: number; shift: number; painted: number; long: [start: number, took: number][]; drawn: number | null }
  }
}

/** @throws Error when a chart is not drawn, or none becomes live, within a minute */
export async function visit(browser: Browser, address: string, conditions: Conditions): Promise<Visit> {
  const { charts, slowdown, viewport, touch } = conditions
  const context = await browser.newContext({ viewport })
  try {
    const page = await context.newPage()
    // tsx gives every function its name by this helper, which a page does not have.
    await page.addInitScript('globalThis.__name = (named) => named')
    await page.addInitScript(watch, charts)
    const session = await context.newCDPSession(page)
    const traffic = await countTraffic(session)
    await session.send('Network.emulateNetworkConditions', NETWORK)
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
    await page.goto(address, { waitUntil: 'load', timeout: TIMEOUT_MS })
    // What a scroll brings into view is no part of what the page opens with.
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

/** Runs in the page, before anything else of it. */
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

/** Runs in the page: once what is loaded has been painted. */
async function largestSoFar(): Promise<number> {
  while (window.bench.lcp === 0) await new Promise((settle) => requestAnimationFrame(settle))
  await new Promise((settle) => requestAnimationFrame(() => requestAnimationFrame(settle)))
  return window.bench.lcp
}

/** Runs in the page: a screen a frame, until all is drawn. */
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

/** Warm: the chart has been live before, so that its code and rows are in the browser. */
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
