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

/** The smallest height of what a finger meets, in px; rows of tables are 36 px high or more. */
const TARGET_PX = 44
const ROW_PX = 36

/** Returns the visible controls of a page that are too low for a finger, links in sentences and beside other text left out. */
export function smallTargets(page: Page): Promise<string[]> {
  return page.locator('a[href], button, summary, select, input, label:has(input)').evaluateAll(
    (controls, [least, leastInRow]) =>
      controls.flatMap((control) => {
        const { width, height } = control.getBoundingClientRect()
        const isInText = getComputedStyle(control).display === 'inline' && control.closest('p, dd, li') !== null
        const isSeen = control.checkVisibility({ visibilityProperty: true }) && !control.closest('.sr-only')
        const needed = control.closest('td, th, [data-series]') ? leastInRow : least
        return isSeen && width > 0 && !isInText && Math.round(height) < needed
          ? [`${control.textContent?.trim() || control.id}: ${Math.round(height)} px`]
          : []
      }),
    [TARGET_PX, ROW_PX] as const,
  )
}
