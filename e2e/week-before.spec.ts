import type { Page } from 'playwright/test'
import { COLOURS } from '@/lib/base/appearance'
import { sampleOf } from '@/lib/testing/run/run-mode'
import { contrast } from './contrast'
import { expect, test } from './fixtures'
import { pressTo } from './page-actions'
import { inLanguage, languagesOf } from './pages'

const WEEK = '/weeks/2024-08-30'
const BEFORE = '/weeks/2024-08-23'

test('the pictures of all factors load at every width', async ({ page }) => {
  await page.goto(`${WEEK}#week-before`)
  for (const width of [1440, 1100, 800, 390]) {
    await page.setViewportSize({ width, height: 900 })
    for (const picture of await page.locator('#week-before picture img').all()) {
      await picture.scrollIntoViewIfNeeded()
      const drawnWidth = () => picture.evaluate((img: HTMLImageElement) => (img.complete ? img.naturalWidth : 0))
      await expect.poll(drawnWidth, `${width} px`).toBeGreaterThan(300)
      expect(await picture.getAttribute('loading')).toBe('lazy')
      await expect
        .poll(async () => (await picture.boundingBox())?.width === (await drawnWidth()), `${width} px`)
        .toBe(true)
    }
  }
})

test('the arrow keys lead through the weeks of a version, but not out of a field', async ({ page }) => {
  await page.goto(`${WEEK}?version=2`)
  await pressTo(page, 'ArrowLeft', `${BEFORE}?version=2`)
  await page.goto(WEEK)
  await pressTo(page, 'ArrowLeft', BEFORE)
  await expect(page.locator('a[data-week="next"]')).toHaveAttribute('aria-keyshortcuts', 'ArrowRight')
  await pressTo(page, 'ArrowRight', WEEK)
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Control+ArrowLeft')
  await page.locator('input[type="date"]').filter({ visible: true }).focus()
  await page.keyboard.press('ArrowLeft')
  await page.waitForTimeout(300)
  await expect(page).toHaveURL(WEEK)
})

test.describe('under a thumb', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 })

  test('a swipe changes the week, a scroll and a slip do not', async ({ page }) => {
    await page.goto(WEEK)
    await page.locator('#week-before h2').scrollIntoViewIfNeeded()
    await page.waitForLoadState('networkidle')
    await swipe(page, { across: 30, down: 0 })
    await swipe(page, { across: 90, down: 160 })
    await page.waitForTimeout(300)
    await expect(page).toHaveURL(WEEK)
    await swipe(page, { across: 180, down: 10 })
    await expect(page).toHaveURL(BEFORE)
    // The latest week has no next one, so a second swipe, if the first came too early, goes no further.
    await expect(async () => {
      await swipe(page, { across: -180, down: -10 })
      await expect(page).toHaveURL(WEEK, { timeout: 1000 })
    }).toPass()
  })

  for (const language of languagesOf('the section on a phone')) {
    test(`nothing of the section is cut off, ${language}`, async ({ page }) => {
      await page.goto(inLanguage(language, `${WEEK}#week-before`))
      const beyond = await page
        .locator('#week-before :is(dt, dd, dd span, th, td, p, img)')
        .evaluateAll((nodes) => nodes.filter((node) => node.getBoundingClientRect().right > innerWidth - 15).length)
      expect(beyond).toBe(0)
    })
  }

  test('weeks of the calendar are big enough and need no horizontal scrolling', async ({ page }) => {
    await page.goto('/weeks')
    const small = await page
      .locator('section[id^="year-"] a')
      .evaluateAll(
        (links) =>
          links.map((link) => link.getBoundingClientRect()).filter(({ width, height }) => width < 44 || height < 40)
            .length,
      )
    expect(small).toBe(0)
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
  })
})

for (const colours of sampleOf('colours of the calendar', COLOURS, 1)) {
  test(`tints have the sign of the average and can be read on, light and dark, ${colours}`, async ({
    page,
    context,
    baseURL,
  }) => {
    await context.addCookies([{ name: 'colours', value: colours, url: String(baseURL) }])
    await page.goto('/weeks')
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      const weeks = await tintsOf(page)
      expect(weeks).toHaveLength(238)
      for (const { figure, ground, page: bare, ink, up = [], down = [] } of weeks) {
        expect(contrast(ink, ground), figure).toBeGreaterThan(4.5)
        // Only tints that differ from the page can have a direction.
        if (Math.abs(numberOf(figure)) < 0.2) continue
        const [toUp, toDown] = [towards(bare, ground, up), towards(bare, ground, down)]
        expect(figure.startsWith('+') ? toUp - toDown : toDown - toUp, figure).toBeGreaterThan(0)
      }
    }
  })
}

/** Returns the colours of each week of the calendar: background, text, page, gain and loss. */
function tintsOf(page: Page) {
  return page.locator('section[id^="year-"] a[href^="/weeks/"]').evaluateAll((links) => {
    const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
    const rgb = (colour: string) => {
      if (!context) throw new Error('no canvas')
      context.fillStyle = colour
      context.fillRect(0, 0, 1, 1)
      return [...context.getImageData(0, 0, 1, 1).data.slice(0, 3)]
    }
    const root = getComputedStyle(document.documentElement)
    const [up, down] = ['--up', '--down'].map((name) => rgb(root.getPropertyValue(name)))
    const page = rgb(getComputedStyle(document.body).backgroundColor)
    return links.map((link) => {
      const { backgroundColor, color } = getComputedStyle(link)
      const isPlain = backgroundColor === 'rgba(0, 0, 0, 0)'
      const figure = link.textContent?.match(/[+−]?\d+\.\d\d/)?.[0] ?? ''
      return { figure, ground: isPlain ? page : rgb(backgroundColor), page, ink: rgb(color), up, down }
    })
  })
}

function numberOf(figure: string): number {
  return figure === '' ? Number.NaN : Number(figure.replace('−', '-'))
}

/** Returns how far a colour is between the page's colour and another. */
function towards(from: number[], colour: number[], to: number[]): number {
  const way = to.map((channel, index) => channel - (from[index] ?? 0))
  const gone = colour.map((channel, index) => channel - (from[index] ?? 0))
  const length = Math.hypot(...way)
  return (
    gone.reduce((sum, channel, index) => sum + channel * (way[index] ?? 0), 0) / (length * Math.hypot(...gone, 1e-9))
  )
}

async function swipe(page: Page, { across, down }: { across: number; down: number }): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove', share: number) =>
    session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: [{ x: 195 - across / 2 + share * across, y: 400 + share * down }],
    })
  await touch('touchStart', 0)
  for (let step = 1; step <= 5; step++) await touch('touchMove', step / 5)
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  await session.detach()
}
