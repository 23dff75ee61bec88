import type { Page } from 'playwright/test'
import { expect, test } from './fixtures'

const series = (page: Page) =>
  page.locator('[data-series]').evaluateAll((all) => all.map((one) => one.getAttribute('data-series')))

test('the wall is filtered, sorted, shown as a table, and its address gives the same', async ({ page }) => {
  await page.goto('/en/factors')
  const all = await series(page)
  await page.getByLabel('Rebalanced').selectOption('monthly')
  await page.getByLabel('Sort by').selectOption('year')
  await page.getByRole('button', { name: 'Apply' }).click()
  await expect(page.getByRole('heading', { level: 2, name: 'By YTD' })).toBeVisible()
  const monthly = await series(page)
  expect(monthly.length).toBeGreaterThan(1)
  expect(monthly.length).toBeLessThan(all.length)

  await page.getByRole('link', { name: 'Show as table' }).click()
  await expect(page.getByRole('columnheader', { name: 'YTD' })).toHaveAttribute('aria-sort', 'descending')
  expect(await series(page)).toEqual(monthly)
  const years = (await page.locator('[data-period="year"]').allInnerTexts()).map((text) =>
    Number(text.replace('−', '-')),
  )
  expect(years).toEqual(years.toSorted((a, b) => b - a))

  await page.reload()
  expect(await series(page)).toEqual(monthly)
  await page.getByRole('columnheader', { name: 'YTD' }).getByRole('link').click()
  await expect(page.getByRole('columnheader', { name: 'YTD' })).toHaveAttribute('aria-sort', 'ascending')
})

test('the wall draws drawdowns and rolling returns instead, on axes of their own', async ({ page }) => {
  await page.goto('/en/factors?family=portfolios')
  const pictures = page.locator('[data-series] img')
  for (const [name, kind] of [
    ['Drawdown', 'outline-drawdown'],
    ['Rolling 12-month return', 'outline-return'],
  ] as const) {
    await page.getByRole('link', { name }).click()
    await expect(pictures).toHaveCount(2)
    for (const picture of await pictures.all()) {
      await expect(picture).toHaveAttribute('src', new RegExp(`/${kind}/`))
      await expect(picture).toHaveJSProperty('complete', true)
      expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0)
    }
  }
  await expect(page).toHaveURL('/en/factors?family=portfolios&line=return')
  await expect(page.getByRole('combobox', { name: 'Family' })).toHaveValue('portfolios')
})

test('stepping by week replays the wall as of that week', async ({ page }) => {
  await page.goto('/en/factors?asOf=2024-08-28&show=table')
  await expect(page.getByText('As of 2024-08-28')).toBeVisible()
  await page.getByRole('link', { name: 'Previous week' }).click()
  await expect(page.getByText('As of 2024-08-23')).toBeVisible()
  await expect(page).toHaveURL(/asOf=2024-08-23.*show=table/)
  await page.getByRole('link', { name: 'Next week' }).click()
  await expect(page.getByText('As of 2024-08-30')).toBeVisible()
})

test('on a phone the table scrolls in itself, not the page', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/factors?show=table')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
})
