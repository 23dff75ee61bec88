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

test('an address without a page has masthead, search and the language of its address, and says why', async ({
  page,
}) => {
  for (const [path, status, title, reason] of [
    ['/factors/no-such-factor', 404, '没有这个页面', '没有 /factors/no-such-factor 这一页'],
    ['/en/factors/no-such-factor', 404, 'No such page', 'There is no page at /factors/no-such-factor'],
    ['/?version=999', 400, '参数无效', 'version 取数据版本号，从 1 到 5'],
    ['/en?order=x', 400, 'Invalid parameter', 'order accepts: family, report'],
  ] as const) {
    const response = await page.goto(path)
    expect(response?.status(), path).toBe(status)
    await expect(page).toHaveTitle(new RegExp(`^${title} – `))
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
    await expect(page.locator('main')).toContainText(reason)
    await page.locator('main button[data-shortcut=openSearch]').click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await page.keyboard.press('Escape')
    await page.locator('main a').first().click()
    await expect(page.locator('.table-1')).toBeVisible()
  }
})
