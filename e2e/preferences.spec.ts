import type { Page } from 'playwright/test'
import { sampleOf } from '@/lib/testing/run/run-mode'
import { expect, test } from './fixtures'

const PAPER = { light: 'rgb(255, 255, 255)', dark: 'rgb(20, 22, 26)' }
const GAIN = 'td[data-cell="intraday-skewness.longShort.week"] span'
const LOSS = 'td[data-cell="intraday-skewness.longShort.year"] span'
const RED = 'rgb(179, 38, 30)'
const GREEN = 'rgb(11, 107, 69)'

for (const theme of sampleOf('themes of pages', ['light', 'dark'] as const, 1)) {
  test(`the cookie's ${theme} theme is there with the first byte, pictures included`, async ({
    page,
    context,
    baseURL,
  }) => {
    await page.emulateMedia({ colorScheme: theme === 'dark' ? 'light' : 'dark' })
    await context.addCookies([{ name: 'theme', value: theme, url: String(baseURL) }])
    await page.goto('/factors/improved-reversal', { waitUntil: 'commit' })
    await expect(page.locator('body')).toHaveCSS('background-color', PAPER[theme])
    await expect(page.locator('main picture img').first()).toHaveAttribute('src', new RegExp(`-${theme}-`))
    await expect(page.locator('main picture source').first()).toHaveAttribute('srcset', new RegExp(`-${theme}-`))
  })

  test(`without a choice the system's ${theme} theme holds, pictures included`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme })
    await page.goto('/factors/improved-reversal')
    await expect(page.locator('body')).toHaveCSS('background-color', PAPER[theme])
    await expect.poll(() => shownPicture(page)).toContain(`-${theme}-`)
  })
}

declare global {
  interface Window {
    seenPapers: Set<string>
  }
}

test('no theme flashes: the background has one colour from the first frame to the last', async ({
  page,
  context,
  baseURL,
}) => {
  await context.addCookies([{ name: 'theme', value: 'dark', url: String(baseURL) }])
  await page.addInitScript(() => {
    const seen = new Set<string>()
    Object.assign(window, { seenPapers: seen })
    const look = () => {
      if (document.body) seen.add(getComputedStyle(document.body).backgroundColor)
      requestAnimationFrame(look)
    }
    look()
    document.addEventListener('DOMContentLoaded', look)
  })
  await page.goto('/factors/improved-reversal')
  await page.waitForTimeout(300)
  const seen = await page.evaluate(() => [...window.seenPapers])
  expect(seen).toEqual([PAPER.dark])
})

test('colours of gain and loss can be swapped, a third palette differs from both, and the address stays', async ({
  page,
}) => {
  const address = '/?utm_source=x&convention=geometric'
  await page.goto(address)
  await expect.poll(() => signColours(page)).toEqual({ gain: RED, loss: GREEN })
  await choose(page, '绿涨')
  await expect.poll(() => signColours(page)).toEqual({ gain: GREEN, loss: RED })
  await expect(page.locator('main picture img').first()).toHaveAttribute('src', /-green-/)
  await choose(page, '色盲友好')
  await expect.poll(() => signColours(page)).toEqual({ gain: 'rgb(168, 74, 0)', loss: 'rgb(10, 94, 168)' })
  await choose(page, '红涨')
  await expect.poll(() => signColours(page)).toEqual({ gain: RED, loss: GREEN })
  await expect(page).toHaveURL(address)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('pictures are shown and have no controls', async ({ page }) => {
    await page.goto('/factors/improved-reversal')
    await expect.poll(() => shownPicture(page)).toContain('/charts/')
    await expect(page.locator('[data-live]')).toHaveCount(0)
  })
})

/** Opens the settings and chooses one of them, which is then the current one. */
async function choose(page: Page, name: string): Promise<void> {
  const button = page.getByRole('group', { name: '涨跌颜色' }).getByRole('button', { name, exact: true })
  await page.getByText('设置', { exact: false }).first().click()
  await button.click()
  await expect(page.locator(`button[aria-pressed="true"]`, { hasText: name })).toHaveCount(1)
}

function signColours(page: Page): Promise<{ gain: string; loss: string }> {
  return page.evaluate(
    ([gain, loss]) => {
      const colourOf = (selector: string) => {
        const element = document.querySelector(selector)
        return element ? getComputedStyle(element).color : 'absent'
      }
      return { gain: colourOf(gain), loss: colourOf(loss) }
    },
    [GAIN, LOSS] as const,
  )
}

/** Returns the address of the picture that the browser chose and drew; empty before it is loaded. */
function shownPicture(page: Page): Promise<string> {
  return page
    .locator('main picture img')
    .first()
    .evaluate((img: HTMLImageElement) => (img.naturalWidth > 0 ? img.currentSrc : ''))
}
