import { expect, test } from './fixtures'
import { overhangOf } from './page-actions'

test('on a phone each window has a line of its own, without sideways scrolling', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/en/weeks/2024-08-30/reconciliation')
  expect(await overhangOf(page)).toBeLessThanOrEqual(0)
  const tops = await page
    .locator('#longShort tbody tr')
    .first()
    .locator('.window-first')
    .evaluateAll((cells) => cells.map((cell) => Math.round(cell.getBoundingClientRect().top)))
  expect(new Set(tops).size).toBe(3)
})
