import type { Page } from 'playwright/test'
import { expect, test } from './fixtures'
import { pressTo } from './page-actions'

const WEEK = '/weeks/2024-08-30'
const BEFORE = '/weeks/2024-08-23'

for (const widthPx of [1440, 1100, 800, 390]) {
  test(`the pictures of all factors load at ${widthPx} px`, async ({ page }) => {
    await page.setViewportSize({ width: widthPx, height: 900 })
    await page.goto(WEEK)
    for (const picture of await page.locator('#week-before picture img').all()) {
      await picture.scrollIntoViewIfNeeded()
      await expect.poll(() => picture.evaluate((img) => (img as HTMLImageElement).naturalWidth)).toBeGreaterThan(300)
      expect(await picture.getAttribute('loading')).toBe('lazy')
      const box = await picture.boundingBox()
      expect(box?.width).toBe(await picture.evaluate((img) => (img as HTMLImageElement).naturalWidth))
    }
  })
}

for (const prefix of ['', '/en']) {
  test(`the data beneath the pictures are those of table 1, ${prefix || 'zh'}`, async ({ page }) => {
    await page.goto(prefix + WEEK)
    const [week, month, year] = [await cells(page, 'week'), await cells(page, 'month'), await cells(page, 'year')]
    const expected = (first: Map<string, string>, second: Map<string, string>) =>
      [...first].map(([code, value]) => `${value} ${second.get(code)}`).sort()
    expect(await dataOf(page, 'week-columns')).toEqual(expected(week, month))
    expect(await dataOf(page, 'week-scatter')).toEqual(expected(year, week))
  })
}

test('changes of sign and rank are those between the pages of the two weeks', async ({ page }) => {
  await page.goto(BEFORE)
  const before = await cells(page, 'week')
  await page.goto(WEEK)
  const now = await cells(page, 'week')
  const turned = (sign: string) =>
    [...now]
      .filter(([code, value]) => value.startsWith(sign) && !before.get(code)?.startsWith(sign))
      .map(([code]) => code)
  expect(await codesIn(page, '[data-turned="up"] [data-series]')).toEqual(turned('+').sort())
  expect(await codesIn(page, '[data-turned="down"] [data-series]')).toEqual(turned('−').sort())
  for (const move of await page.locator('tr[data-move]').all()) {
    const code = String(await move.getAttribute('data-move'))
    const [from, to] = String(await move.locator('td').nth(1).textContent())
      .split('→')
      .map(Number)
    expect(possibleRanks(before, code), code).toContain(from)
    expect(possibleRanks(now, code), code).toContain(to)
    expect(await move.locator('td').nth(2).textContent(), code).toBe(before.get(code))
    expect(await move.locator('td').nth(3).textContent(), code).toBe(now.get(code))
  }
  expect(await page.locator('tr[data-move]').count()).toBeGreaterThan(4)
})

test('the first week says that there is none before it', async ({ page }) => {
  await page.goto('/weeks/2014-01-03')
  await expect(page.locator('#week-before')).toContainText('没有上周可比')
  await page.goto('/en/weeks/2014-01-03')
  await expect(page.locator('#week-before')).toContainText('there is no week before')
})

test('the arrow keys lead through the weeks, but not out of a field', async ({ page }) => {
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
    // The latest week has none after it, so a second swipe, should the first come too early, leads no farther.
    await expect(async () => {
      await swipe(page, { across: -180, down: -10 })
      await expect(page).toHaveURL(WEEK, { timeout: 1000 })
    }).toPass()
  })

  for (const prefix of ['', '/en']) {
    test(`nothing of the section is cut off, ${prefix || 'zh'}`, async ({ page }) => {
      await page.goto(prefix + WEEK)
      const beyond = await page
        .locator('#week-before :is(dt, dd, dd span, th, td, p, img)')
        .evaluateAll((nodes) => nodes.filter((node) => node.getBoundingClientRect().right > innerWidth - 15).length)
      expect(beyond).toBe(0)
    })
  }

  test('weeks of the calendar are big enough and need no sideways scroll', async ({ page }) => {
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

test('a week of the calendar has the average of its page', async ({ page }) => {
  await page.goto(WEEK)
  const values = [...(await cells(page, 'week')).values()].map(numberOf)
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  await page.locator('#week-before header a').click()
  await expect(page).toHaveURL('/weeks#year-2024')
  const cell = page.locator(`#year-2024 a[href="${WEEK}"]`)
  expect(Math.abs(numberOf(String(await cell.textContent()).match(/[+−]?\d+\.\d\d/)?.[0] ?? '') - mean)).toBeLessThan(
    0.0101,
  )
  await expect(cell).toHaveAttribute('title', /2024 年第 35 周.*10\/14.*平均/)
})

for (const colorScheme of ['light', 'dark'] as const) {
  for (const colours of ['red', 'green', 'cvd'] as const) {
    test(`tints have the sign of the average and can be read on, ${colorScheme}, ${colours}`, async ({
      page,
      baseURL,
    }) => {
      await page.emulateMedia({ colorScheme })
      await page.context().addCookies([{ name: 'colours', value: colours, url: String(baseURL) }])
      await page.goto('/weeks')
      const weeks = await page.locator('section[id^="year-"] a').evaluateAll((links) => {
        const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
        const rgb = (colour: string) => {
          if (!context) throw new Error('no canvas')
          context.fillStyle = colour
          context.fillRect(0, 0, 1, 1)
          return [...context.getImageData(0, 0, 1, 1).data.slice(0, 3)]
        }
        const root = getComputedStyle(document.documentElement)
        const [up, down] = ['--up', '--down'].map((name) => rgb(root.getPropertyValue(name)))
        return links.map((link) => {
          const { backgroundColor, color } = getComputedStyle(link)
          const isPlain = backgroundColor === 'rgba(0, 0, 0, 0)'
          const page = rgb(getComputedStyle(document.body).backgroundColor)
          const figure = link.textContent?.match(/[+−]?\d+\.\d\d/)?.[0] ?? ''
          return { figure, ground: isPlain ? page : rgb(backgroundColor), page, ink: rgb(color), up, down }
        })
      })
      expect(weeks.length).toBe(546)
      for (const { figure, ground, page: bare, ink, up = [], down = [] } of weeks) {
        expect(contrast(ink, ground), figure).toBeGreaterThan(4.5)
        // Only tints that can be told from the page can have a direction.
        if (Math.abs(numberOf(figure)) < 0.2) continue
        const [toUp, toDown] = [towards(bare, ground, up), towards(bare, ground, down)]
        expect(figure.startsWith('+') ? toUp - toDown : toDown - toUp, figure).toBeGreaterThan(0)
      }
    })
  }
}

test('an older version is kept by the section, its pictures, the calendar and the keys', async ({ page }) => {
  await page.goto(`${WEEK}?version=2`)
  const sources = await page
    .locator('#week-before picture > *')
    .evaluateAll((nodes) => nodes.map((node) => node.getAttribute('srcset') ?? node.getAttribute('src')))
  expect(sources.length).toBeGreaterThan(8)
  for (const source of sources) expect(source).toMatch(/^\/charts\/v2\.[0-9a-f]{8}\/2024-08-30\/week-/)
  await pressTo(page, 'ArrowLeft', `${BEFORE}?version=2`)
  await page.locator('#week-before header a').click()
  await expect(page).toHaveURL('/weeks?version=2#year-2024')
  const links = await page
    .locator('section[id^="year-"] a')
    .evaluateAll((anchors) => anchors.map((anchor) => anchor.getAttribute('href')))
  expect(links.length).toBe(546)
  for (const link of links) expect(link).toMatch(/^\/weeks\/\d{4}-\d\d-\d\d\?version=2$/)
})

test('no such picture: another code, another kind of size, a day without trading', async ({ page, request }) => {
  await page.goto(WEEK)
  const good = String(await page.locator('#week-before picture img').first().getAttribute('src'))
  expect((await request.get(good)).status()).toBe(200)
  for (const bad of [
    good.replace('/all/', '/improved-reversal/'),
    good.replace('/pointsphone-', '/wide-'),
    good.replace('2024-08-30', '2024-08-31'),
    good.replace('week-scatter', 'week-pie'),
  ]) {
    expect(bad).not.toBe(good)
    expect((await request.get(bad)).status(), bad).toBe(404)
  }
})

/** Long-short figures of table 1 by the factors' codes, as printed. */
async function cells(page: Page, window: 'week' | 'month' | 'year'): Promise<Map<string, string>> {
  const found = await page
    .locator(`.table-1 td[data-cell$=".longShort.${window}"]`)
    .evaluateAll((all) =>
      all.map((cell): [string, string] => [
        cell.getAttribute('data-cell')?.split('.')[0] ?? '',
        cell.querySelector('span')?.textContent ?? '',
      ]),
    )
  expect(found.length).toBe(14)
  return new Map(found)
}

/** The two figures of each row of a figure's data, sorted. */
async function dataOf(page: Page, kind: string): Promise<string[]> {
  const figure = page.locator('#week-before figure').filter({ has: page.locator(`img[src*="/${kind}/"]`) })
  const rows = await figure
    .locator('tbody tr')
    .evaluateAll((all) => all.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent).join(' ')))
  return rows.sort()
}

async function codesIn(page: Page, selector: string): Promise<(string | null)[]> {
  return (await page.locator(selector).evaluateAll((all) => all.map((node) => node.getAttribute('data-series')))).sort()
}

/** Factors that print the same figure may stand in either order. */
function possibleRanks(values: Map<string, string>, code: string): number[] {
  const own = numberOf(values.get(code) ?? '')
  const others = [...values].filter(([other]) => other !== code).map(([, value]) => numberOf(value))
  const [above, level] = [others.filter((value) => value > own).length, others.filter((value) => value === own).length]
  return Array.from({ length: level + 1 }, (_, index) => above + 1 + index)
}

function numberOf(figure: string): number {
  return figure === '' ? Number.NaN : Number(figure.replace('−', '-'))
}

/** How far a colour has gone from the page's towards another. */
function towards(from: number[], colour: number[], to: number[]): number {
  const way = to.map((channel, index) => channel - (from[index] ?? 0))
  const gone = colour.map((channel, index) => channel - (from[index] ?? 0))
  const length = Math.hypot(...way)
  return (
    gone.reduce((sum, channel, index) => sum + channel * (way[index] ?? 0), 0) / (length * Math.hypot(...gone, 1e-9))
  )
}

/** WCAG contrast of two colours, channels from 0 to 255. */
function contrast(a: number[], b: number[]): number {
  const luminance = (colour: number[]) => {
    const [red = 0, green = 0, blue = 0] = colour.map((channel) => {
      const share = channel / 255
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (high + 0.05) / (low + 0.05)
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
