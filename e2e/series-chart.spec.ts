import type { Page } from 'playwright/test'
import { expect, test } from './fixtures'
import { pressTo } from './page-actions'

const PAGE = '/en/factors/intraday-skewness'
const section = (page: Page) => page.locator('section:has(> #series-chart)')
const chart = (page: Page) => section(page).locator('figure').first()

/** The text of the chart for a period of years: its days, return in all and per year, and maximum drawdown. */
const READ = /^(\S+) to (\S+), .*Long–short ([−+][\d.]+)% \(([−+][\d.]+)% a year\), Maximum drawdown (−[\d.]+)%$/

/** Returns the same figures from the table, for the chosen period. */
async function chosen(page: Page): Promise<(string | undefined)[]> {
  const cellText = (name: string) => page.locator(`td[data-statistic="${name}"]`).first().textContent()
  const figures = await Promise.all(['periodReturn', 'annualisedReturn', 'maximumDrawdown'].map(cellText))
  return figures.map((text) => /[−+]\d+\.\d\d/.exec(text ?? '')?.[0])
}

test('a drag shows the growing period and opens it; the page then shows the same figures', async ({ page }) => {
  await page.goto(PAGE)
  const picture = chart(page).locator('picture')
  await picture.scrollIntoViewIfNeeded()
  await picture.hover()
  await expect(chart(page).locator('[data-live="true"]')).toBeVisible()
  const box = await picture.boundingBox()
  if (!box) throw new Error('the picture is not laid out')
  const y = box.y + box.height / 2
  await page.mouse.move(box.x + box.width * 0.3, y)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width * 0.5, y, { steps: 4 })
  await page.mouse.move(box.x + box.width * 0.6, y, { steps: 4 })
  await page.evaluate(() => new Promise(requestAnimationFrame))
  const reading = await chart(page).locator('output').textContent()
  const [, from, to, ...figures] = READ.exec(reading ?? '') ?? []
  await page.mouse.up()
  await page.waitForURL(/from=/)
  const { searchParams } = new URL(page.url())
  expect([searchParams.get('from'), searchParams.get('to')]).toEqual([from, to])
  await expect(page.getByRole('columnheader', { name: /Selected period/ })).toContainText(`${from} – ${to}`)
  expect(await chosen(page)).toEqual(figures)
})

test('keys can select a period', async ({ page }) => {
  await page.goto(`${PAGE}?from=2024-01-02`)
  await chart(page)
    .getByRole('button', { name: /^Select a period/ })
    .focus()
  await expect(chart(page).locator('[data-live="true"]')).toBeVisible()
  await page.keyboard.press('End')
  for (let day = 0; day < 5; day++) await page.keyboard.press('Shift+ArrowLeft')
  await expect(chart(page).locator('output')).toContainText('2024-08-26 to 2024-08-30')
  await page.keyboard.press('Enter')
  await page.waitForURL(/from=2024-08-26/)
  expect(new URL(page.url()).searchParams.get('to')).toBe('2024-08-30')
})

test('a zoomed chart labels its lines at the visible edge, and can apply the visible period', async ({ page }) => {
  await page.goto(PAGE)
  const button = chart(page).getByRole('button', { name: /^Select a period/ })
  await button.focus()
  const live = chart(page).locator('[data-live="true"]')
  await expect(live).toBeVisible()
  const ends = () =>
    live
      .locator('svg text')
      .filter({ hasText: /^Long–short \d/ })
      .allTextContents()
  const whole = await ends()
  await page.keyboard.press('Home')
  for (let times = 0; times < 2; times++) await page.keyboard.press('+')
  const apply = chart(page).getByRole('link', { name: 'Apply this period' })
  await expect(apply).toBeVisible()
  expect(await ends()).toHaveLength(1)
  expect(await ends()).not.toEqual(whole)
  await apply.click()
  await page.waitForURL(/from=2014-/)
  const { searchParams } = new URL(page.url())
  const [from, to] = [searchParams.get('from'), searchParams.get('to')]
  await expect(page.getByRole('columnheader', { name: /Selected period/ })).toContainText(`${from} – ${to}`)
})

test('charts of one page move together', async ({ page }) => {
  await page.goto(PAGE)
  const split = section(page).locator('figure').nth(1)
  for (const figure of [split, chart(page)]) {
    await figure.getByRole('button', { name: /^Select a period/ }).focus()
    await expect(figure.locator('[data-live="true"]')).toBeVisible()
  }
  await page.keyboard.press('Home')
  for (let day = 0; day < 3; day++) await page.keyboard.press('ArrowRight')
  const [day = ''] = /^\S+(?=,)/.exec((await chart(page).locator('output').textContent()) ?? '') ?? []
  expect(day).toMatch(/^2014-01-0\d$/)
  await expect(split.locator('output')).toContainText(day)
})

test('a week back by key, the page, its chart and the factor beside it are as of that week', async ({ page }) => {
  await page.goto(`${PAGE}?from=2024-01-01`)
  await pressTo(page, 'ArrowLeft', /asOf=2024-08-23/)
  expect(new URL(page.url()).searchParams.get('from')).toBe('2024-01-01')
  await expect(page.getByRole('columnheader', { name: /Selected period/ })).toContainText('2024-01-02 – 2024-08-23')
  await expect(chart(page).locator('figcaption')).toContainText('to 2024-08-23')
  const week = '[data-cell="intraday-skewness.longShort.week"]'
  const figure = await page.locator(`header ${week}`).textContent()
  await pressTo(page, 'j', /factors\/(?!intraday-skewness).*asOf=2024-08-23/)
  await page.goBack()
  await page.getByRole('link', { name: 'Report as of 2024-08-23' }).click()
  await expect(page).toHaveURL('/en/weeks/2024-08-23')
  await expect(page.locator(`td${week}`).first()).toContainText(figure ?? '')
})

test('all controls can be touched on a phone, and the page does not scroll sideways', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/en/portfolios/csi500-ai-enhanced?legs=portfolio,index')
  await expect(section(page)).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
})
