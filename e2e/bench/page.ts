/**
 * Compares the week's page on a phone network with cold caches to the same page as one file with inline SVG charts and
 * no script. `npx tsx e2e/bench/page.ts` runs its own instance.
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import type { Browser } from 'playwright/test'
import { ensureBuilt } from '@/lib/boot/build/ensure-built'
import { withInstance } from '@/lib/testing/run/test-instance'
import { withBrowser } from './browser'
import { isKept, median, type Verdict, verdictLine } from './verdict'
import { type Visit, visit } from './visit'

const CHARTS = 32
const TURNS = 5
const VIEWPORT = { width: 1440, height: 900 }

export function measurePage(origin: string, turns = TURNS): Promise<Verdict[]> {
  return withBrowser(async (browser) => {
    const floor = await serveOne(await flatten(browser, origin))
    try {
      const [quick, slow] = [
        await inTurns(browser, [origin, floor.address], 1, turns),
        await inTurns(browser, [origin, floor.address], 4, turns),
      ]
      return [...drawing('as it is', quick), ...drawing('4x slower', slow), blocking(slow), ...absolutes(quick, slow)]
    } finally {
      floor.close()
    }
  })
}

interface Pair {
  ours: Visit[]
  floor: Visit[]
}

function drawing(speed: string, { ours, floor }: Pair): Verdict[] {
  const of = (read: (visit: Visit) => number) => ({
    value: median(ours.map(read)),
    floor: median(floor.map(read)),
    unit: 'ms' as const,
  })
  return [
    { name: `largest contentful paint, ${speed}`, ...of(({ lcp }) => lcp), budget: 1.3 },
    { name: `all ${CHARTS} charts drawn, scrolling, ${speed}`, ...of(({ drawn }) => drawn), budget: 2 },
  ]
}

/** If the page without script is blocked for 190 ms, this one may be for 200; at least one long task is allowed. */
const LONG_TASK_MS = 50
const BLOCKING_BUDGET = 1.05

function blocking({ ours, floor }: Pair): Verdict {
  const of = (visits: Visit[]) => median(visits.map(({ blocked }) => blocked))
  const budget = BLOCKING_BUDGET
  return {
    name: 'total blocking time, 4x slower',
    unit: 'ms',
    value: of(ours),
    floor: Math.max(of(floor), LONG_TASK_MS),
    budget,
  }
}

function absolutes(quick: Pair, slow: Pair): Verdict[] {
  const of = (visits: Visit[], read: (visit: Visit) => number) => ({ value: median(visits.map(read)), floor: null })
  return [
    { name: 'the same, by the clock', unit: 'ms', ...of(slow.ours, ({ blocked }) => blocked), budget: 200 },
    { name: 'transferred', unit: 'kB', ...of(quick.ours, ({ bytes }) => bytes / 1_000), budget: 300 },
    { name: 'JavaScript untouched', unit: 'kB', ...of(quick.ours, ({ script }) => script / 1_000), budget: 120 },
    { name: 'layout shift', unit: '', ...of([...quick.ours, ...slow.ours], ({ shift }) => shift), budget: 0 },
    {
      name: 'from a touch to a chart live that was live before',
      unit: 'ms',
      ...of(quick.ours, ({ live }) => live ?? Infinity),
      budget: 150,
    },
  ]
}

/** Makes one visit to each for warm-up, then alternates, so that changes of the machine affect both. */
async function inTurns(browser: Browser, addresses: [string, string], slowdown: number, turns: number): Promise<Pair> {
  const pair: Pair = { ours: [], floor: [] }
  for (let turn = -1; turn < turns; turn++) {
    for (const [index, address] of addresses.entries()) {
      const seen = await visit(browser, address, { charts: CHARTS, slowdown, viewport: VIEWPORT, touch: index === 0 })
      if (turn >= 0) (index === 0 ? pair.ours : pair.floor).push(seen)
    }
  }
  return pair
}

/** Returns the HTML of the drawn page without scripts and preloads, with inline pictures. */
async function flatten(browser: Browser, origin: string): Promise<string> {
  // Without scripts, since React would notice the changes of its page.
  const page = await browser.newPage({ viewport: VIEWPORT, javaScriptEnabled: false })
  try {
    await page.goto(origin, { waitUntil: 'networkidle' })
    return await page.evaluate(async () => {
      const sheets = new Map<string, Element[]>()
      for (const picture of document.querySelectorAll('picture')) {
        const image = picture.querySelector('img')
        if (image === null) continue
        const address = image.currentSrc || image.src
        const figures = sheets.get(address) ?? [...(await drawingOf(address)).children]
        const isWindow = image.classList.contains('chart-window')
        const figure = isWindow ? figures.shift() : await drawingOf(address)
        sheets.set(address, figures)
        if (figure === undefined) throw new Error(`${address} has fewer figures than windows`)
        figure.removeAttribute('y')
        picture.replaceWith(figure)
      }
      for (const link of document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')) {
        const style = document.createElement('style')
        style.textContent = await (await fetch(link.href)).text()
        link.replaceWith(style)
      }
      for (const rest of document.querySelectorAll('script, link, noscript')) rest.remove()
      return `<!doctype html>${document.documentElement.outerHTML}`

      async function drawingOf(address: string): Promise<Element> {
        const text = await (await fetch(address)).text()
        return new DOMParser().parseFromString(text, 'image/svg+xml').documentElement
      }
    })
  } finally {
    await page.close()
  }
}

async function serveOne(html: string): Promise<{ address: string; close: () => void }> {
  const body = gzipSync(html)
  const headers = { 'content-type': 'text/html; charset=utf-8', 'content-encoding': 'gzip' }
  const server = createServer((request, response) => {
    if (request.url !== '/') return response.writeHead(404).end()
    return response.writeHead(200, headers).end(body)
  })
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle))
  const { port } = server.address() as AddressInfo
  return { address: `http://127.0.0.1:${port}/`, close: () => server.close() }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await ensureBuilt(new AbortController().signal)
  const verdicts = await withInstance((address) => measurePage(address))
  for (const verdict of verdicts) console.log(verdictLine(verdict))
  if (!verdicts.every(isKept)) process.exitCode = 1
  process.exit()
}
