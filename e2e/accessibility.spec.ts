import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright/test'
import { expect, test } from './fixtures'
import { livePictures } from './page-actions'
import { inLanguage, PAGES, UNKNOWN_PAGE } from './pages'

for (const language of ['zh', 'en'] as const) {
  for (const [kind, path] of Object.entries({ ...PAGES, 'not found': UNKNOWN_PAGE })) {
    test(`axe finds nothing on: ${kind}, ${language}`, async ({ page }) => {
      await page.goto(inLanguage(language, path))
      await expectNoViolations(page)
      // The colours are those of Chinese: once is enough for an engine that takes its time.
      if (language === 'zh') await expectReadableInTheDark(page)
    })
  }
}

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

test('every page has one main heading, and headings skip no level', async ({ page }) => {
  for (const path of Object.values(PAGES)) {
    await page.goto(path)
    const levels = await page
      .locator('h1, h2, h3, h4')
      .evaluateAll((all) => all.map(({ tagName }) => Number(tagName.slice(1))))
    expect(
      levels.filter((level) => level === 1),
      path,
    ).toHaveLength(1)
    const jumps = levels.filter((level, index) => level > (levels[index - 1] ?? level) + 1)
    expect(jumps, path).toEqual([])
  }
})

async function expectNoViolations(page: Page): Promise<void> {
  expect(await violations(checkerOf(page))).toEqual([])
}

/** The dark page differs by its colours alone. */
async function expectReadableInTheDark(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await violations(checkerOf(page).withRules(['color-contrast', 'link-in-text-block']))).toEqual([])
}

/** The years of the archive are alike, and axe takes its time for 550 links: two of them stand for all. */
function checkerOf(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).exclude('section[id^="year-"]:nth-of-type(n+3)')
}

async function violations(checker: AxeBuilder): Promise<string[]> {
  const result = await checker.analyze()
  return result.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target}: ${failureSummary}`),
  )
}
