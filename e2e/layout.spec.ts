import type { Page } from 'playwright/test'
import { sampleOf } from '@/lib/testing/run/run-mode'
import { expect, test } from './fixtures'
import { livePictures } from './page-actions'
import { inLanguage, languagesOf, PAGES } from './pages'

const WIDTHS = [360, 390, 721, 768, 1024, 1048, 1280, 1440, 1920]

for (const language of languagesOf('the layout of the report')) {
  test(`the report fits every width, ${language}`, async ({ page }) => {
    await page.goto(inLanguage(language, '/'))
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 })
      expect(await faultsOf(page), `${width} px`).toEqual([])
      await scrollTables(page, 'last')
      expect(await faultsOf(page), `${width} px, the other end of tables`).toEqual([])
      await scrollTables(page, 'first')
    }
  })
}

for (const language of languagesOf('the layout of the other pages')) {
  test(`the other pages fit a phone, a tablet and a desk, ${language}`, async ({ page }) => {
    const others = Object.values(PAGES).filter((path) => path !== PAGES.week)
    for (const path of sampleOf(`pages that fit, ${language}`, others, 7)) {
      await page.goto(inLanguage(language, path))
      for (const width of [390, 768, 1440]) {
        await page.setViewportSize({ width, height: 900 })
        expect(await faultsOf(page), `${path} at ${width} px`).toEqual([])
      }
    }
  })
}

/** A layout shift as Chromium reports it; the platform's types lack it. */
interface LayoutShift extends PerformanceEntry {
  value: number
  sources?: { node: Node | null }[]
}

declare global {
  interface Window {
    /** The elements and distances of each layout shift. */
    shifts: string[]
  }
}

test('pictures are drawn at the size at which they are shown', async ({ page }) => {
  await page.goto('/')
  await openFolds(page)
  for (const width of WIDTHS.filter((px) => px >= 390)) {
    await page.setViewportSize({ width, height: 900 })
    await expect.poll(() => scaledPictures(page), `${width} px`).toEqual([])
  }
})

test('nothing moves while the reader scrolls through the report', async ({ page }) => {
  await page.addInitScript(() => {
    const shifts: string[] = []
    Object.assign(window, { shifts })
    const nameOf = (node: Node | null) => `${node?.nodeName} ${node?.textContent?.slice(0, 30)}`
    new PerformanceObserver((list) => {
      const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
      for (const { startTime, value, sources = [] } of list.getEntries() as LayoutShift[]) {
        // While the page is loading, Chromium may show a part of a line, which depends on the machine.
        if (startTime < (navigation?.domContentLoadedEventStart || Number.POSITIVE_INFINITY)) continue
        shifts.push([value, ...sources.map(({ node }) => nameOf(node))].join(', '))
      }
    }).observe({ type: 'layout-shift', buffered: true })
  })
  const paths = ['/', '/en', '/factors', '/en/factors/improved-reversal']
  for (const path of sampleOf('pages that are scrolled', paths, 2)) {
    await page.goto(path)
    const height = await page.evaluate(() => document.body.scrollHeight)
    for (let top = 0; top < height; top += 450) {
      await page.evaluate((y) => window.scrollTo(0, y), top)
      await page.waitForTimeout(30)
    }
    await page.waitForLoadState('networkidle')
    const shifts = await page.evaluate(() => window.shifts)
    expect(shifts, path).toEqual([])
  }
})

test('a live chart moves nothing', async ({ page }) => {
  await page.goto('/factors/improved-reversal')
  const before = await page.locator('main').boundingBox()
  for (const [index, picture] of (await livePictures(page)).entries()) {
    // The pointer may be on it already, and the live chart then covers the picture.
    await picture.hover({ force: true })
    await expect(page.locator('[data-live="true"]')).toHaveCount(index + 1)
  }
  expect((await page.locator('main').boundingBox())?.height).toBe(before?.height)
})

test('the columns of both tables stand under each other', async ({ page }) => {
  await page.goto('/')
  for (const width of [721, 1024, 1280, 1440]) {
    await page.setViewportSize({ width, height: 900 })
    for (const window of ['week', 'month', 'year']) {
      for (const [factor, portfolio] of [
        ['longShort', 'excess'],
        ['longExcess', 'absolute'],
      ]) {
        const edges = await page
          .locator(`td[data-cell$=".${factor}.${window}"], td[data-cell$=".${portfolio}.${window}"]`)
          .evaluateAll((cells) => [
            ...new Set(cells.map((cell) => Math.round(cell.querySelector('span')?.getBoundingClientRect().right ?? 0))),
          ])
        expect(edges, `${portfolio} of the ${window} at ${width} px`).toHaveLength(1)
      }
    }
  }
})

test('on paper the report is light, complete and without controls', async ({ page, context, baseURL }) => {
  await context.addCookies([{ name: 'theme', value: 'dark', url: String(baseURL) }])
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto('/')
  const columns = await figuresInSight(page, '#table-2')
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize({ width: PAPER_PX, height: 900 })
  await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(255, 255, 255)')
  await expect(page.locator('#masthead')).toBeHidden()
  await expect(page.locator('.table-1')).toBeVisible()
  expect(await page.locator('main').evaluate((main) => getComputedStyle(main, '::before').content)).toBe('"演示数据"')
  // Chromium prints a page that is wider than the paper in smaller type.
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PAPER_PX)
  expect(await figuresInSight(page, '#table-2')).toEqual(columns)
  // Without one, Chromium waits for pictures that it has.
  const lazies = page.locator('body > img[hidden][loading="lazy"]')
  await expect(lazies).toHaveCount(1)
  await page.evaluate(() => dispatchEvent(new Event('afterprint')))
  await expect(lazies).toHaveCount(0)
})

/** About the width of A4 between its margins, but not that of a phone. */
const PAPER_PX = 721

/** Returns which figures of a part of the page a reader sees. */
function figuresInSight(page: Page, part: string): Promise<string[]> {
  return page.locator(`${part} [data-cell]`).evaluateAll((cells) =>
    cells
      .filter((cell) => {
        const { left, right, width } = cell.getBoundingClientRect()
        return width > 0 && left >= 0 && right <= innerWidth
      })
      .map((cell) => String(cell.getAttribute('data-cell'))),
  )
}

/** Returns elements that cover others, are cut off, or make the page wider than the screen. */
function faultsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = []
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth > clientWidth) faults.push(`the page is ${scrollWidth - clientWidth} px too wide`)
    const boxes: { name: string; element: Element; left: number; right: number; top: number; bottom: number }[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement
      if (!element || !node.textContent?.trim() || element.closest('.sr-only, script, style, noscript, .katex, sup'))
        continue
      if (!element.checkVisibility({ visibilityProperty: true })) continue
      // The bar at the thumb lies over what is scrolled below it.
      const bar = element.closest('[data-contents], [href="#masthead"]')
      if (bar && getComputedStyle(bar).position === 'fixed') continue
      const range = document.createRange()
      range.selectNodeContents(node)
      // A table that scrolls shows these columns when it is scrolled.
      const shown = shownColumns(element)
      for (const { left, right, top, bottom, width, height } of range.getClientRects()) {
        if (left < shown.from || left >= shown.to) continue
        const slack = height * 0.25
        if (width > 1)
          boxes.push({
            name: node.textContent.trim().slice(0, 30),
            element,
            left,
            right: Math.min(right, shown.to),
            top: top + slack,
            bottom: bottom - slack,
          })
      }
      const clip = element.closest('.truncate') ?? element
      if (getComputedStyle(clip).overflowX !== 'visible' && clip.scrollWidth > clip.clientWidth + 1)
        faults.push(`"${node.textContent.slice(0, 30)}" is cut`)
    }
    for (const img of document.querySelectorAll('main img')) {
      const { left, right, top, bottom, width } = img.getBoundingClientRect()
      if (width > 0)
        boxes.push({
          name: `picture ${img.getAttribute('alt')?.slice(0, 20)}`,
          element: img,
          left,
          right,
          top: top + 1,
          bottom: bottom - 1,
        })
    }
    for (const { name, left, right } of boxes)
      if (left < -0.5 || right > clientWidth + 0.5) faults.push(`"${name}" leaves the screen`)
    boxes.sort((a, b) => a.top - b.top)
    for (const [index, box] of boxes.entries()) {
      for (let next = index + 1; next < boxes.length; next++) {
        const other = boxes[next]
        if (!other || other.top >= box.bottom) break
        const isOver =
          Math.min(box.right, other.right) - Math.max(box.left, other.left) > 1 &&
          Math.min(box.bottom, other.bottom) - other.top > 1
        if (isOver && box.element !== other.element) faults.push(`"${box.name}" lies over "${other.name}"`)
      }
    }
    return [...new Set(faults)]

    /** Returns between which edges a column of a table that scrolls is in sight: beside the names, which stay. */
    function shownColumns(element: Element): { from: number; to: number } {
      const scroller = element.closest('[data-scrolls]')
      const cell = element.closest('td, th')
      const names = scroller?.querySelector('tbody .name-cell')
      const isFree = cell === null || getComputedStyle(cell).position === 'sticky'
      if (!scroller || !names || isFree || scroller.scrollWidth <= scroller.clientWidth)
        return { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY }
      return { from: names.getBoundingClientRect().right, to: scroller.getBoundingClientRect().right }
    }
  })
}

/** Scrolls tables that are wider than their place to where they begin, or to the other end. */
async function scrollTables(page: Page, end: 'first' | 'last'): Promise<void> {
  await page.locator('[data-scrolls]').evaluateAll((places, isLast) => {
    for (const place of places) {
      const way = getComputedStyle(place).direction === 'rtl' ? -1 : 1
      place.scrollLeft = isLast ? way * place.scrollWidth : 0
    }
  }, end === 'last')
}

/** Opens the sections that are folded on a phone. */
async function openFolds(page: Page): Promise<void> {
  await page.locator('.fold').evaluateAll((sections) => {
    for (const section of sections) section.setAttribute('data-open', 'yes')
  })
}

/**
 * Returns pictures whose drawn size differs from their shown size; a sheet is a multiple of the height of one figure.
 */
function scaledPictures(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const images = [...document.querySelectorAll<HTMLImageElement>('main img')]
    for (const img of images) img.loading = 'eager'
    await Promise.all(images.map((img) => img.decode().catch(() => undefined)))
    return images
      .filter((img) => Math.abs(img.naturalWidth - img.clientWidth) > 1 || img.naturalHeight % img.clientHeight > 1)
      .map((img) => `${img.currentSrc}: ${img.naturalWidth} shown at ${img.clientWidth}`)
  })
}
