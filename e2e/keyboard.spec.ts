import type { Page } from 'playwright/test'
import { expect, test } from './fixtures'

test('the first focus is the link that skips the navigation', async ({ page }) => {
  await page.goto('/')
  await page.keyboard.press('Tab')
  const skip = page.getByRole('link', { name: '跳到正文' })
  await expect(skip).toBeFocused()
  await expect(skip).toBeInViewport()
  await page.keyboard.press('Enter')
  await expect(page.locator('main')).toBeFocused()
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true)
})

test('a factor is reached, opened and left without a pointer', async ({ page }) => {
  await page.goto('/')
  await tabTo(page, 'a[href="/factors/intraday-skewness"]')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/factors/intraday-skewness')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('日内高频偏度')
  await page.goBack()
  await expect(page).toHaveURL('/')
  await expect(page.locator('.table-1')).toBeVisible()
})

test('a focused element has an outline and is on the screen', async ({ page }) => {
  await page.goto('/factors/improved-reversal')
  const faults: string[] = []
  for (let stop = 0; stop < 40; stop++) {
    await page.keyboard.press('Tab')
    const fault = await focusFault(page)
    if (fault !== null) faults.push(fault)
  }
  expect(faults).toEqual([])
})

test('the date form, the data table and the switches answer keys', async ({ page }) => {
  await page.goto('/')
  await tabTo(page, 'input[type="date"]')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/weeks/2024-08-30')
  await page.goto('/factors/improved-reversal')
  await tabTo(page, 'figure summary')
  await page.keyboard.press('Enter')
  await expect(page.locator('figure table').first()).toBeVisible()
  await page.keyboard.press('Space')
  await expect(page.locator('figure table').first()).toBeHidden()
})

test('a live chart does not trap the focus', async ({ page }) => {
  await page.goto('/factors/improved-reversal')
  await tabTo(page, 'figure button')
  await expect(page.locator('[data-live="true"]')).toBeVisible()
  await tabTo(page, 'figure summary')
  await tabTo(page, 'nav a[rel="next"]')
})

async function tabTo(page: Page, selector: string): Promise<void> {
  for (let stop = 0; stop < 150; stop++) {
    await page.keyboard.press('Tab')
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return
  }
  throw new Error(`150 presses of Tab did not reach ${selector}`)
}

/** Returns null when the focused element has a visible outline and is on the screen. */
function focusFault(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const element = document.activeElement
    if (!element || element === document.body) return null
    const { outlineStyle, outlineWidth } = getComputedStyle(element)
    const box = element.getBoundingClientRect()
    const name = `${element.tagName} ${element.textContent?.slice(0, 30)}`
    if (outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2) return `${name} has no outline`
    if (box.width < 2 || box.bottom < 0 || box.top > innerHeight) return `${name} is not on the screen`
    return null
  })
}
