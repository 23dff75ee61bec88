import { findViolations } from './find-violations'
import { expect, test } from './fixtures'

test.use({ storageState: { cookies: [], origins: [] } })

test('a first reader learns what the product is and where to go on, until the line is closed', async ({ page }) => {
  await page.goto('/en/data')
  const line = page.locator('#first-visit')
  await expect(line).toContainText('A weekly report of stock-selection factors')
  await expect(line).toContainText('Data: Sample Research (synthetic demo data)')
  expect(await findViolations(page)).toEqual([])
  for (const width of [390, 768, 1440]) {
    await page.setViewportSize({ width, height: 900 })
    await expect(page.locator('header').getByText('Demo data', { exact: true }).filter({ visible: true })).toHaveCount(
      1,
    )
  }
  await line.getByRole('link', { name: 'How figures are computed' }).click()
  await expect(page).toHaveURL('/en/methodology')
  await line.getByRole('link', { name: 'This week' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('CSI 500 AI lagged its index')
  await line.getByRole('button', { name: 'Close' }).click()
  await expect(line).toBeHidden()
  await page.goto('/methodology')
  await expect(page.locator('#first-visit')).toBeHidden()
})
