import { findViolations } from './find-violations'
import { expect, test } from './fixtures'

const WEEK = '/weeks/2024-08-30'

test('a win rate opens and closes by pointer and by key', async ({ page }) => {
  await page.goto(WEEK)
  const button = page.locator('button[data-wins="improved-reversal.longShort"]')
  const periods = page.locator('[id="wins-improved-reversal.longShort"]')
  await expect(periods).toBeHidden()
  await button.click()
  await expect(periods).toBeVisible()
  await expect(periods).toContainText('8 月 −0.91')
  await expect(periods).toBeInViewport({ ratio: 1 })
  await page.keyboard.press('Escape')
  await expect(periods).toBeHidden()
  await expect(button).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(periods).toBeVisible()
  expect(await findViolations(page, {}, { include: ['#table-1'] })).toEqual([])
})
