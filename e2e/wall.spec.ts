import { expect, test } from './fixtures'
import { overhangOf } from './page-actions'

test('on a phone the table scrolls in itself, not the page', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/factors?show=table')
  expect(await overhangOf(page)).toBe(0)
})
