import { expect, test } from './fixtures'

test.use({ storageState: { cookies: [], origins: [] } })

test('a first reader learns what the product is, until the line is closed', async ({ page }) => {
  await page.goto('/en/data')
  const line = page.locator('#first-visit')
  await expect(line).toContainText('A weekly report of stock-selection factors')
  await expect(line).toContainText('Data: Sample Research (synthetic demo data)')
  await line.getByRole('button', { name: 'Close' }).click()
  await expect(line).toBeHidden()
  await page.goto('/methodology')
  await expect(page.locator('#first-visit')).toBeHidden()
})
