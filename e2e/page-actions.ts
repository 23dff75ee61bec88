import { expect, type Locator, type Page } from 'playwright/test'

/** Returns the pictures of a page that a pointer makes live. */
export async function livePictures(page: Page): Promise<Locator[]> {
  const button = page.getByRole('button', { name: /交互查看|选取区间/ })
  return page.locator('main figure').filter({ has: button }).locator('picture').all()
}

/** Waits until the scripts of a page listen to its keys, swipes and buttons. */
export async function waitForScripts(page: Page): Promise<void> {
  await page.waitForFunction(() => window.listensToKeys)
}

/** Presses a key, and waits for the address to which it leads. */
export async function pressTo(page: Page, key: string, address: string | RegExp): Promise<void> {
  await waitForScripts(page)
  await page.keyboard.press(key)
  await expect(page).toHaveURL(address)
}

/** Returns by how many pixels a page is wider than its window. */
export function overhangOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}
