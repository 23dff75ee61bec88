import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright/test'
import { expect, test } from './fixtures'
import { livePictures } from './page-actions'
import { inLanguage, PAGES, UNKNOWN_PAGE } from './pages'

const IS_LONG = process.env.TEST_LONG === '1'
const COLOUR_RULES = ['color-contrast', 'link-in-text-block']

const FACTOR_SECTIONS_BUT_TWO = [3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14].map((place) => `#section-${place}`).join()

/** Pages that another page of its kind stands for: axe looks at them in a long run alone. */
const ALIKE = new Set(['earlier week', 'before the data', 'in the future'])

for (const [kind, path] of Object.entries(PAGES)) {
  const hasAxe = IS_LONG || !ALIKE.has(kind)

  test(`no error in the console and nothing that axe finds on: ${kind}`, async ({ page }) => {
    await openWhole(page, path, hasAxe)
    if (hasAxe) await expectNoViolations(page)
    if (hasAxe) await expectReadableInTheDark(page)
    await page.emulateMedia({ colorScheme: 'light' })
    await openWhole(page, inLanguage('en', path), hasAxe)
    // The English page has the same colours.
    if (hasAxe) expect(await violations(checkerOf(page).disableRules(COLOUR_RULES))).toEqual([])
  })

  test(`axe finds nothing in the colours of the English page: ${kind}`, { tag: '@long' }, async ({ page }) => {
    await page.goto(inLanguage('en', path))
    await expectNoViolations(page)
    await expectReadableInTheDark(page)
  })
}

test('axe finds nothing on a page that is not there', async ({ page }) => {
  for (const language of ['zh', 'en'] as const) {
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
    await picture.hover()
    await expect(page.locator('[data-live="true"]')).toHaveCount(index + 1)
  }
  await expectNoViolations(page)
  await expectReadableInTheDark(page)
})

test('axe finds nothing in the colour-blind palette', async ({ page, context, baseURL }) => {
  await context.addCookies([{ name: 'colours', value: 'cvd', url: String(baseURL) }])
  await page.goto('/')
  await expectNoViolations(page)
  await expectReadableInTheDark(page)
})

/** Opens a page and looks at its words; where nothing takes its time after that, it waits for the last script. */
async function openWhole(page: Page, path: string, isLookedAt: boolean): Promise<void> {
  const response = await page.goto(path, { waitUntil: isLookedAt ? 'load' : 'networkidle' })
  expect(response?.status()).toBe(200)
  await expect(page.getByText(/undefined|NaN|\[object|Infinity/)).toHaveCount(0)
}

async function expectNoViolations(page: Page): Promise<void> {
  expect(await violations(checkerOf(page))).toEqual([])
}

/** The dark page differs by its colours alone. */
async function expectReadableInTheDark(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await violations(checkerOf(page).withRules(COLOUR_RULES))).toEqual([])
}

/**
 * The years of the archive are alike, and so are the sections of the factors; axe takes its time for hundreds of links.
 * Two of each stand for all, but for a long run.
 */
function checkerOf(page: Page): AxeBuilder {
  const checker = new AxeBuilder({ page })
  if (IS_LONG) return checker
  return checker.exclude('section[id^="year-"]:nth-of-type(n+3)').exclude(FACTOR_SECTIONS_BUT_TWO)
}

async function violations(checker: AxeBuilder): Promise<string[]> {
  const result = await checker.analyze()
  return result.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target}: ${failureSummary}`),
  )
}
