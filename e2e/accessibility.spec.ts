import type { Page } from 'playwright/test'
import { IS_LONG_RUN, sampleOf } from '@/lib/testing/run/run-mode'
import { COLOUR_RULES, findViolations } from './find-violations'
import { expect, test } from './fixtures'
import { livePictures } from './page-actions'
import { inLanguage, languagesOf, PAGES, UNKNOWN_PAGE } from './pages'

/** Years of the archive and sections of charts are alike: except in a long run, only a few are checked. */
const ALIKE_SECTIONS = [
  'section[id^="year-"]:nth-of-type(n+3)',
  'section[id^="section-"]:not(#section-1, #section-2, #section-15)',
]
const PARTS = { include: ['html'], exclude: IS_LONG_RUN ? [] : ALIKE_SECTIONS }

const AXE_KINDS = sampleOf('kinds of pages that axe reads', Object.keys(PAGES), 5)

for (const [kind, path] of Object.entries(PAGES)) {
  const hasAxe = AXE_KINDS.includes(kind)
  for (const language of languagesOf(`accessibility of ${kind}`)) {
    test(`no error in the console and nothing that axe finds on: ${kind}, ${language}`, async ({ page }) => {
      await openWhole(page, inLanguage(language, path), hasAxe)
      if (hasAxe) await expectNoViolations(page)
      if (hasAxe) await expectReadableInTheDark(page)
    })
  }
}

test('axe finds nothing on an error page', async ({ page }) => {
  for (const language of languagesOf('the error page')) {
    await page.goto(inLanguage(language, UNKNOWN_PAGE))
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expectNoViolations(page)
  }
  await expectReadableInTheDark(page)
})

test('axe finds nothing with the data of every figure open', async ({ page }) => {
  await page.goto('/')
  await page.locator('details').evaluateAll((all) => {
    for (const details of all) details.setAttribute('open', '')
  })
  await expectNoViolations(page)
})

test('axe finds nothing with live charts open, a line and bars', async ({ page }) => {
  await page.goto('/factors/improved-reversal')
  for (const [index, picture] of (await livePictures(page)).entries()) {
    // The pointer may be on it already, and the live chart then covers the picture.
    await picture.hover({ force: true })
    await expect(page.locator('[data-live="true"]')).toHaveCount(index + 1)
  }
  await expectNoViolations(page)
  await expectReadableInTheDark(page)
})

test('the colour-blind palette can be read', async ({ page, context, baseURL }) => {
  await context.addCookies([{ name: 'colours', value: 'cvd', url: String(baseURL) }])
  await page.goto('/')
  await expectReadable(page)
  await expectReadableInTheDark(page)
})

/** Opens a page and checks its words. Waits for the last script unless later checks take long enough. */
async function openWhole(page: Page, path: string, hasFurtherChecks: boolean): Promise<void> {
  const response = await page.goto(path, { waitUntil: hasFurtherChecks ? 'load' : 'networkidle' })
  expect(response?.status()).toBe(200)
  const texts = await page.locator('header, main, footer').allTextContents()
  expect(texts.join()).not.toMatch(/undefined|NaN|\[object|Infinity/)
}

async function expectNoViolations(page: Page): Promise<void> {
  expect(await findViolations(page, {}, PARTS)).toEqual([])
}

/** Checks only the colours of the dark page, since nothing else differs. */
async function expectReadableInTheDark(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: 'dark' })
  await expectReadable(page)
}

async function expectReadable(page: Page): Promise<void> {
  expect(await findViolations(page, { runOnly: COLOUR_RULES }, PARTS)).toEqual([])
}
