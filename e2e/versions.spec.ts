import { expect, test } from './fixtures'

/** The demo is three loads: the catalogue is version 1, the factors' returns 2, the portfolios' 3. */
test('version 3 is the newest and says nothing about age', async ({ page }) => {
  await page.goto('/?version=3')
  await expect(page.locator('.table-2')).toBeVisible()
  await expect(page.getByText('最新为版本')).toHaveCount(0)
})

test('version 2 knows no portfolio returns yet, and says which version it is', async ({ page }) => {
  await page.goto('/?version=2')
  await expect(page.getByText('正在查看数据版本 2，最新为版本 3。')).toBeVisible()
  await expect(page.locator('.table-1 tr[data-series]')).toHaveCount(14)
  for (const figure of await page.locator('.table-2 td[data-cell]').allInnerTexts()) expect(figure).toBe('—')
  for (const src of await page
    .locator('main picture img')
    .evaluateAll((all) => all.map((img) => img.getAttribute('src')))) {
    expect(src).toMatch(/^\/charts\/v2\./)
  }
})

test('version 1 knows no returns at all', async ({ page }) => {
  for (const path of ['/', '/factors', '/portfolios', '/weeks', '/weeks/2024-08-30']) {
    const response = await page.goto(`${path}?version=1`)
    expect(response?.status(), path).toBe(200)
    await expect(page.getByRole('heading', { level: 1 }), path).toHaveText('还没有数据')
    await expect(page.getByText('最新为版本 3'), path).toBeVisible()
  }
})

test('nothing of the demo was restated, so no page says it', async ({ page }) => {
  for (const path of ['/factors', '/factors/improved-reversal', '/weeks/2024-08-30/reconciliation']) {
    await page.goto(`${path}?version=2`)
    await expect(page.getByText('正在查看数据版本 2')).toBeVisible()
    await expect(page.locator('#restated-week'), path).toHaveCount(0)
  }
})

test('an older version goes with the reader from page to page, until the way back', async ({ page }) => {
  await page.goto('/?version=2')
  await page.locator('a[data-week="previous"]').click()
  await expect(page).toHaveURL('/weeks/2024-08-23?version=2')
  await page.locator('.table-1').getByRole('link', { name: '改进反转' }).click()
  await expect(page).toHaveURL('/factors/improved-reversal?version=2')
  await page.getByRole('link', { name: '回到最新' }).click()
  await expect(page).toHaveURL('/factors/improved-reversal')
  await expect(page.getByText('正在查看数据版本')).toHaveCount(0)
})

test('the line about an old version has its language', async ({ page }) => {
  await page.goto('/en/methodology?version=2')
  await expect(page.getByText('You are viewing data version 2; the latest is version 3.')).toBeVisible()
})

test('the figures of table 1 are the same in the version that first held them', async ({ page }) => {
  const figures = () => page.locator('.table-1 td[data-cell]').allInnerTexts()
  await page.goto('/?version=2')
  const then = await figures()
  await page.goto('/')
  expect(await figures()).toEqual(then)
})
