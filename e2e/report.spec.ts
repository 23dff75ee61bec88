import { expect, test } from './fixtures'

test('a figure in the key points takes the reader to its cell', async ({ page }) => {
  await page.goto('/')
  const figure = page.locator('#key-points a[data-cell]').first()
  const cell = await figure.getAttribute('data-cell')
  await figure.click()
  await expect(page.locator('td:target')).toHaveAttribute('data-cell', String(cell))
  await expect(page.locator('td:target')).toBeInViewport()
})

test('the browser goes back and forward through weeks', async ({ page }) => {
  const weekLine = page.locator('main p:has(+ h1)')
  await page.goto('/')
  await page.locator('a[data-week="previous"]').click()
  await expect(page).toHaveURL('/weeks/2024-08-23')
  await page.goBack()
  await expect(weekLine).toContainText('2024 年第 35 周，8 月 26 日至30 日')
  await page.goForward()
  await expect(weekLine).toContainText('2024 年第 34 周，8 月 19 日至23 日')
})
