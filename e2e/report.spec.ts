import { expect, test } from './fixtures'

test('a figure in the key points links to its cell', async ({ page }) => {
  await page.goto('/')
  const figure = page.locator('#key-points a.figure-link:not([data-fact])').first()
  const cell = (await figure.getAttribute('href'))?.replace('#cell-', '')
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

test('an unknown address has the language of its address and links to other pages', async ({ page }) => {
  for (const [path, title] of [
    ['/factors/no-such-factor', '没有这个页面'],
    ['/en/factors/no-such-factor', 'No such page'],
    ['/?version=999', '没有这个页面'],
    ['/en?order=x', 'No such page'],
  ] as const) {
    const response = await page.goto(path)
    expect(response?.status(), path).toBe(404)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
    await page.locator('main a').filter({ visible: true }).first().click()
    await expect(page.locator('.table-1')).toBeVisible()
  }
})
