import { expect, test } from './fixtures'

test('the list of versions leads to what each changed', async ({ page }) => {
  await page.goto('/data')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('数据版本')
  const rows = page.locator('tr[data-version]')
  await expect(rows).toHaveCount(3)
  await expect(rows.first()).toHaveAttribute('data-version', '3')
  await expect(rows.nth(1)).toContainText('2014-01-02 至 2024-08-30')
  await rows.nth(1).locator('summary').click()
  await expect(rows.nth(1).getByText('intraday-skewness')).toBeVisible()
  await rows.last().getByRole('link').first().click()
  await expect(page).toHaveURL('/data/1')
  await expect(page.locator('#catalogue tbody tr').first()).toBeVisible()
  await page.goto('/data/2')
  await expect(page.getByText('未修订已有数值')).toBeVisible()
})

test('every page says version, last day and whether a series is late', async ({ page }) => {
  for (const path of ['/', '/factors', '/methodology', '/data', '/weeks/2015-07-10']) {
    await page.goto(path)
    await expect(page.locator('[data-freshness="complete"]'), path).toHaveText('数据版本 3 最近交易日 2024-08-30')
  }
  await page.goto('/en/methodology?version=2')
  await expect(page.locator('[data-freshness]')).toContainText('Data version 2')
})

test('an address of no version, page or market is not found', async ({ page }) => {
  for (const path of [
    '/data/4',
    '/data/0',
    '/data/x',
    '/data?page=2',
    '/data/2?page=x',
    '/data/3?version=2',
    '/?market=US',
  ])
    expect((await page.goto(path))?.status(), path).toBe(404)
})
