/**
 * Measures the chart of a series with 2,600 days: how soon it is live, and how smooth a drag over all of it is with a
 * CPU four times slower. `npx tsx e2e/bench/drag.ts` runs its own instance.
 */
import { pathToFileURL } from 'node:url'
import type { Browser, CDPSession, Locator, Page } from 'playwright/test'
import { ensureBuilt } from '@/lib/boot/build/ensure-built'
import { withInstance } from '@/lib/testing/run/test-instance'
import { withBrowser } from './browser'
import { isKept, median, type Verdict, verdictLine } from './verdict'

interface Drag {
  framesPerSecond: number
  /** The longest time between two frames, ms. */
  longestMs: number
  /** Readings written per second. */
  readingsPerSecond: number
}

const PAGE = '/en/factors/intraday-skewness'
const TURNS = 5
const SLOWDOWN = 4
const DRAG_MS = 3_000
/** A mouse of 125 Hz. */
const MOVE_MS = 8

export function measureDrag(origin: string): Promise<Verdict[]> {
  return withBrowser(async (browser) => {
    const [lives, drags, bares]: [number[], Drag[], Drag[]] = [[], [], []]
    for (let turn = -1; turn < TURNS; turn++) {
      const { liveMs, drag } = await inPage(browser, `${origin}${PAGE}`)
      const bare = await onBarePage(browser)
      if (turn < 0) continue
      lives.push(liveMs)
      drags.push(drag)
      bares.push(bare)
    }
    const rate = (read: (drag: Drag) => number) => ({
      value: median(drags.map(read)),
      floor: null,
      unit: 'fps' as const,
    })
    return [
      {
        name: 'from a touch to a live chart of 2,600 days',
        value: median(lives),
        floor: null,
        unit: 'ms',
        budget: 150,
      },
      { name: 'dragging a period, 4x slower', ...rate((drag) => drag.framesPerSecond), budget: 50, atLeast: true },
      {
        name: 'the same beside a bare line and its text',
        value: median(drags.map((drag) => drag.framesPerSecond)),
        floor: median(bares.map((bare) => bare.framesPerSecond)),
        unit: 'fps',
        budget: 0.8,
        atLeast: true,
      },
      {
        name: 'readings while dragging, 4x slower',
        ...rate((drag) => drag.readingsPerSecond),
        budget: 30,
        atLeast: true,
      },
      {
        name: 'longest frame while dragging, 4x slower',
        value: median(drags.map(({ longestMs }) => longestMs)),
        floor: null,
        unit: 'ms',
        budget: 100,
      },
    ]
  })
}

async function inPage(browser: Browser, address: string): Promise<{ liveMs: number; drag: Drag }> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  try {
    const page = await context.newPage()
    // tsx adds calls of this helper to functions, and a page does not have it.
    await page.addInitScript('globalThis.__name = (named) => named')
    await page.goto(address, { waitUntil: 'networkidle' })
    const figures = page.locator('section:has(> #series-chart) figure')
    // The first chart loads the code; the chart above it then shows the cost of a touch.
    await makeLive(figures.nth(1))
    const chart = figures.nth(0)
    const liveMs = await makeLive(chart)
    const session = await context.newCDPSession(page)
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN })
    return { liveMs, drag: await dragOver(page, session, chart) }
  } finally {
    await context.close()
  }
}

/** Measures the machine: an empty page on which a line follows the pointer and a text shows its position. */
async function onBarePage(browser: Browser): Promise<Drag> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  try {
    const page = await context.newPage()
    await page.addInitScript('globalThis.__name = (named) => named')
    await page.goto('data:text/html,')
    await page.setContent(BARE_PAGE)
    const session = await context.newCDPSession(page)
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN })
    return await dragOver(page, session, page.locator('figure'))
  } finally {
    await context.close()
  }
}

const BARE_PAGE = `<!doctype html><figure><picture style="display:block;position:relative;width:900px;height:400px">
<i style="position:absolute;inset:0 auto 0 0;width:1px;background:#333;will-change:transform"></i></picture><output></output></figure>
<script>
  let frame = null, x = 0
  addEventListener('pointermove', (event) => {
    x = event.clientX
    frame ??= requestAnimationFrame(() => {
      frame = null
      document.querySelector('i').style.transform = 'translateX(' + x + 'px)'
      document.querySelector('output').textContent = 'Here, at ' + x + ' px'
    })
  })
</script>`

/** Returns the time from the pointer's arrival until the chart can be read, ms. */
async function makeLive(figure: Locator): Promise<number> {
  const picture = figure.locator('picture')
  await picture.page().mouse.move(0, 0)
  await picture.scrollIntoViewIfNeeded()
  const live = figure.evaluate(
    (element) =>
      new Promise<number>((settle) => {
        const start = { at: Number.NaN }
        element.addEventListener('pointerover', () => (start.at ||= performance.now()), { once: true })
        new MutationObserver((_, observer) => {
          if (element.querySelector('[data-live="true"]') === null) return
          observer.disconnect()
          settle(performance.now() - start.at)
        }).observe(element, { subtree: true, attributes: true, childList: true })
      }),
  )
  await picture.hover()
  return live
}

/** Drags back and forth over the whole period. Like those of a mouse, moves do not wait for each other. */
async function dragOver(page: Page, session: CDPSession, figure: Locator): Promise<Drag> {
  const box = await figure.locator('picture').boundingBox()
  if (!box) throw new Error('the picture is not laid out')
  const [left, right, y] = [box.x + box.width * 0.06, box.x + box.width * 0.9, box.y + box.height / 2]
  await page.mouse.move(left, y)
  await page.mouse.down()
  const counted = figure.evaluate(count, DRAG_MS)
  const moves: Promise<unknown>[] = []
  const begun = performance.now()
  for (let at = 0; at < DRAG_MS; at = performance.now() - begun) {
    const way = (at / 1_000) % 2
    const x = left + (right - left) * (way < 1 ? way : 2 - way)
    moves.push(session.send('Input.dispatchMouseEvent', { type: 'mouseMoved', x, y, button: 'left', buttons: 1 }))
    await new Promise((settle) => setTimeout(settle, MOVE_MS))
  }
  const drag = await counted
  await Promise.all(moves)
  return drag
}

/** Runs in the page. */
async function count(figure: Element, ms: number): Promise<Drag> {
  const output = figure.querySelector('output')
  if (output === null) throw new Error('nothing reads')
  const written = { readings: 0 }
  const observer = new MutationObserver(() => written.readings++)
  observer.observe(output, { childList: true, characterData: true, subtree: true })
  const begun = performance.now()
  let [frames, longestMs, last] = [0, 0, begun]
  while (last - begun < ms) {
    await new Promise((settle) => requestAnimationFrame(settle))
    const now = performance.now()
    longestMs = Math.max(longestMs, now - last)
    last = now
    frames++
  }
  observer.disconnect()
  const seconds = (last - begun) / 1_000
  return { framesPerSecond: frames / seconds, longestMs, readingsPerSecond: written.readings / seconds }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await ensureBuilt(new AbortController().signal)
  const verdicts = await withInstance((address) => measureDrag(address))
  for (const verdict of verdicts) console.log(verdictLine(verdict))
  if (!verdicts.every(isKept)) process.exitCode = 1
  process.exit()
}
