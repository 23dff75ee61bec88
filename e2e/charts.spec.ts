import type { Locator, Page } from 'playwright/test'
import { expect, test } from './fixtures'

const FACTOR = '/factors/improved-reversal'

test('a page without interaction loads no chart library', async ({ page }) => {
  const scripts = scriptsOf(page)
  await page.goto('/')
  await scrollThrough(page)
  expect(await namesOfLibrary(page, scripts)).toEqual([])
  await page.locator('main figure:has(button[aria-pressed]) picture').first().hover()
  await expect(live(page)).toBeVisible()
  expect((await namesOfLibrary(page, scripts)).length).toBeGreaterThan(0)
})

test('a pointer makes a chart live, and the tip names a day and its value', async ({ page }) => {
  await page.goto(FACTOR)
  const chart = lineChart(page)
  await chart.locator('picture').scrollIntoViewIfNeeded()
  const before = await chart.locator('picture').boundingBox()
  await chart.locator('picture').hover()
  await expect(chart.locator('[data-live="true"] svg')).toBeVisible()
  expect(await chart.locator('[data-live="true"]').boundingBox()).toEqual(before)
  await chart.hover({ position: { x: (before?.width ?? 0) / 2, y: 100 } })
  await expect(chart.getByText(/^20\d\d-\d\d-\d\d\s[+−]?\d+\.\d\d$/)).toBeVisible()
})

test('the last value of the live chart is that of its data table', async ({ page }) => {
  await page.goto(FACTOR)
  const chart = lineChart(page)
  await chart.getByRole('button', { name: /交互查看/ }).focus()
  await expect(live(page)).toBeVisible()
  await page.keyboard.press('End')
  await expect(chart.locator('output')).toHaveText(/^2024-08-30\s\d+\.\d\d$/)
  const [reading = ''] = await chart.locator('output').allInnerTexts()
  await chart.locator('summary').click()
  await expect(chart.locator('table tbody tr').last()).toContainText(reading.split(/\s/)[1] ?? 'no value')
})

test('the keyboard reads a line day by day and leaves it', async ({ page }) => {
  await page.goto(FACTOR)
  const chart = lineChart(page)
  await chart.getByRole('button', { name: /交互查看/ }).focus()
  await expect(live(page)).toBeVisible()
  await page.keyboard.press('ArrowLeft')
  await expect(chart.locator('output')).toHaveText(/^2024-08-29\s/)
  await page.keyboard.press('Shift+ArrowLeft')
  await expect(chart.locator('output')).toHaveText(/^2024-08-22\s/)
  await page.keyboard.press('Home')
  await expect(chart.locator('output')).toHaveText(/^2015-01-13\s/)
  await page.keyboard.press('Escape')
  await expect(live(page)).toHaveCount(0)
  await expect(chart.locator('picture img')).toBeVisible()
})

test('bars can be switched off one by one, and the last one stays', async ({ page }) => {
  await page.goto(FACTOR)
  const chart = page.locator('figure:has(picture [src*="/legs/"])')
  await chart.locator('picture').hover()
  await expect(chart.locator('[data-live="true"] svg')).toBeVisible()
  const legs = chart.locator('button[aria-pressed]').filter({ hasNotText: '交互查看' })
  await expect(legs).toHaveCount(3)
  const count = () => chart.locator('[data-live="true"] svg text').count()
  const all = await count()
  await legs.nth(0).click()
  await expect(legs.nth(0)).toHaveAttribute('aria-pressed', 'false')
  await expect.poll(count).toBeLessThan(all)
  await legs.nth(1).click()
  await legs.nth(2).click()
  await expect(legs.nth(2)).toHaveAttribute('aria-pressed', 'true')
})

test('several charts are live at once, each with its own data', async ({ page }) => {
  await page.goto('/')
  const figures = page.locator('main figure:has(picture):has(button[aria-pressed])')
  for (const index of [0, 1, 2]) {
    await figures.nth(index).locator('picture').hover()
    await expect(figures.nth(index).locator('[data-live="true"]')).toHaveCount(1)
  }
})

test('the close button brings the picture back', async ({ page }) => {
  await page.goto(FACTOR)
  const chart = lineChart(page)
  await chart.locator('picture').hover()
  await chart.getByRole('button', { name: '回到图片' }).click()
  await expect(live(page)).toHaveCount(0)
})

test('a live chart follows the system from light to dark', async ({ page }) => {
  await page.goto(FACTOR)
  await lineChart(page).locator('picture').hover()
  const axisColour = () =>
    live(page)
      .locator('svg text')
      .first()
      .evaluate((text) => getComputedStyle(text).fill)
  await expect(live(page)).toBeVisible()
  const light = await axisColour()
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect.poll(axisColour).not.toBe(light)
})

test('when the rows cannot be loaded the picture stays, shows the error, and a retry works', async ({ page }) => {
  await page.route('**/charts/**/*.json', (route) => route.abort('aborted'))
  await page.goto(FACTOR)
  const chart = lineChart(page)
  await chart.locator('picture').hover()
  const message = chart.getByText('交互图表加载失败')
  await expect(message).toBeVisible()
  await expect(chart.locator('picture img')).toBeVisible()
  await page.unroute('**/charts/**/*.json')
  await chart.getByRole('button', { name: '重试' }).click()
  await expect(live(page)).toBeVisible()
  await expect(message).toHaveCount(0)
})

function lineChart(page: Page): Locator {
  return page.locator('figure:has(picture [src*="/rolling-volatility/"])').first()
}

function live(page: Page): Locator {
  return page.locator('[data-live="true"]')
}

async function scrollThrough(page: Page): Promise<void> {
  const height = await page.evaluate(() => document.body.scrollHeight)
  for (let top = 0; top < height; top += 600) {
    await page.evaluate((y) => window.scrollTo(0, y), top)
    await page.waitForTimeout(10)
  }
  await page.waitForLoadState('networkidle')
}

/** Collects the addresses of the scripts that the page requests. */
function scriptsOf(page: Page): Set<string> {
  const scripts = new Set<string>()
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.add(request.url())
  })
  return scripts
}

/** Returns the scripts with ECharts: its attribute for elements is a string, which minifiers keep. */
async function namesOfLibrary(page: Page, scripts: Set<string>): Promise<string[]> {
  const holding: string[] = []
  for (const script of scripts) {
    const text = await (await page.request.get(script)).text()
    if (text.includes('_echarts_instance_')) holding.push(script)
  }
  return holding
}
