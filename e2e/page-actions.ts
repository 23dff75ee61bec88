import { expect, type Locator, type Page } from 'playwright/test'

/** The pictures of a page that a pointer makes live. */
export async function livePictures(page: Page): Promise<Locator[]> {
  const button = page.getByRole('button', { name: /交互查看|选取区间/ })
  return page.locator('main figure').filter({ has: button }).locator('picture').all()
}

/** Presses a key until it leads to an address: a page listens to keys once its scripts are there. */
export async function pressTo(page: Page, key: string, address: string | RegExp): Promise<void> {
  await expect(async () => {
    await page.keyboard.press(key)
    await expect(page).toHaveURL(address, { timeout: 6000 })
  }).toPass()
}

/** By how many pixels a page is wider than its window. */
export function overhangOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}
