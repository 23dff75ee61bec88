import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from './fixtures'

const WEEK = '/weeks/2024-08-30'
const DAY = /\d\d-\d\d/

test('every win rate opens into the periods that it counts', async ({ page }) => {
  await page.goto(WEEK)
  const rates = await page.locator('button[data-wins]').evaluateAll((buttons) =>
    buttons.map((button) => ({
      id: button.getAttribute('data-wins') ?? '',
      text: button.textContent,
      periods: [
        ...(document.getElementById(button.getAttribute('popovertarget') ?? '')?.querySelectorAll('li') ?? []),
      ].map((period) => period.textContent ?? ''),
    })),
  )
  expect(rates).toHaveLength(30)
  for (const { id, text, periods } of rates) {
    const won = periods.filter((period) => period.includes('+')).length
    expect(`${won}/${periods.length}`, id).toBe(text)
  }
  const weeks = rates.find(({ id }) => id === 'csi500-ai-enhanced.excess')?.periods ?? []
  expect(weeks).toHaveLength(34)
  for (const week of weeks) expect(week).toMatch(DAY)
})

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
  const { violations } = await new AxeBuilder({ page }).include('#table-1').analyze()
  expect(violations.map(({ id }) => id)).toEqual([])
})
