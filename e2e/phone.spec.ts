import type { Page } from 'playwright/test'
import { sampleOf } from '@/lib/testing/run/run-mode'
import { expect, test } from './fixtures'
import { overhangOf, waitForScripts } from './page-actions'
import { inLanguage, languagesOf, PAGES } from './pages'
import { PUBLISHED_CELLS, PUBLISHED_WINS } from './published'

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 })

for (const language of languagesOf('table 1 on a phone')) {
  test(`table 1 shows four columns of one measure, then of the other, ${language}`, async ({ page }) => {
    await page.goto(inLanguage(language, '/'))
    for (const [measure, label] of [
      ['longShort', /多空收益|Long–short/],
      ['longExcess', /多头超额|Long excess/],
    ] as const) {
      await page.locator('[data-measures] label').filter({ hasText: label }).tap()
      expect(await shownFigures(page)).toEqual(published(measure))
      await expect(page.locator('.table-1 thead th:visible')).toHaveCount(5)
      expect(await overhangOf(page)).toBe(0)
    }
  })
}

test('the count beside a family follows the measure', async ({ page }) => {
  await page.goto('/')
  const family = page.locator('.table-1 .family-row').first()
  await expect(family).toContainText(/\d 正 \d 负/)
  const shown = () => family.locator('span:visible').allInnerTexts()
  const longShort = await shown()
  await page.locator('[data-measures] label').nth(1).tap()
  expect(await shown()).not.toEqual(longShort)
})

for (const language of languagesOf('pages on a phone')) {
  test(`no page scrolls sideways on a phone, ${language}`, async ({ page }) => {
    for (const path of sampleOf(`pages on a phone, ${language}`, Object.values(PAGES), 6)) {
      await page.goto(inLanguage(language, path), { waitUntil: 'domcontentloaded' })
      expect(await overhangOf(page), path).toBe(0)
    }
  })
}

test('sections of the week fold, the address keeps the open ones, and paper shows all', async ({ page }) => {
  const content = (number: number) => page.locator(`#section-${number} .fold-content`)
  await page.goto('/en/weeks/2024-08-30#section-7')
  await waitForScripts(page)
  await expect(content(7)).toBeVisible()
  await expect(content(3)).toBeHidden()
  // The words of a title flow as a text, and are no columns of their own.
  expect(await page.locator('.fold h2').allInnerTexts()).toContainEqual('13\nMulti-granularity model, 5-day label')
  await page.locator('[data-fold="section-3"]').tap()
  await expect(page).toHaveURL('/en/weeks/2024-08-30#section-3,section-7')
  await page.reload()
  await expect(content(3)).toBeVisible()
  await page.locator('[data-fold="section-7"]').press('Space')
  await expect(content(7)).toBeHidden()
  await expect(page).toHaveURL('/en/weeks/2024-08-30#section-3')
  await page.locator('[data-fold="section-3"]').tap()
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(6000)
  await page.getByText('In this issue').filter({ visible: true }).tap()
  await page.locator('[data-contents] a[href="#section-7"]').tap()
  await expect(content(7)).toBeVisible()
  await expect(page.locator('[data-contents]')).not.toHaveAttribute('open')
  await page.emulateMedia({ media: 'print' })
  await expect(content(12)).toBeVisible()
})

test('the menu leads to the factors, and the settings to the other language', async ({ page }) => {
  await page.goto('/')
  await page.getByText('菜单', { exact: true }).tap()
  await page.locator('header').getByRole('link', { name: '因子', exact: true }).filter({ visible: true }).tap()
  await expect(page).toHaveURL('/factors')
  await page.getByText('设置').tap()
  await page.getByRole('link', { name: 'English', exact: true }).filter({ visible: true }).tap()
  await expect(page).toHaveURL('/en/factors')
})

test('weeks follow one another under a thumb', async ({ page }) => {
  await page.goto('/')
  await page.locator('a[data-week="previous"]').tap()
  await expect(page).toHaveURL('/weeks/2024-08-23')
  await page.locator('a[data-week="next"]').tap()
  await expect(page).toHaveURL('/weeks/2024-08-30')
})

test('a tap makes a chart live at the size of its picture', async ({ page }) => {
  await page.goto('/factors/improved-reversal')
  const picture = page.locator('main picture:has([src*="/rolling-volatility/"])')
  await picture.scrollIntoViewIfNeeded()
  const before = await picture.boundingBox()
  await picture.tap()
  await expect(page.locator('[data-live="true"] svg')).toBeVisible()
  expect(await page.locator('[data-live="true"]').boundingBox()).toEqual(before)
  await page.touchscreen.tap((before?.x ?? 0) + 150, (before?.y ?? 0) + 100)
  await expect(
    page
      .getByText(/^20\d\d-\d\d-\d\d\s[+−]?\d+\.\d\d$/)
      .filter({ visible: true })
      .first(),
  ).toBeVisible()
  expect(await overhangOf(page)).toBe(0)
})

test('a swipe over a picture scrolls and makes nothing live', async ({ page }) => {
  await page.goto('/factors/improved-reversal')
  const picture = page.locator('main picture').first()
  await picture.scrollIntoViewIfNeeded()
  const box = await picture.boundingBox()
  const [x, y] = [(box?.x ?? 0) + 100, (box?.y ?? 0) + 200]
  const scrolled = () => page.evaluate(() => scrollY)
  const before = await scrolled()
  const session = await page.context().newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove', up: number) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: [{ x, y: y - up }] })
  await touch('touchStart', 0)
  for (let up = 20; up <= 200; up += 20) await touch('touchMove', up)
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  await expect.poll(scrolled).toBeGreaterThan(before + 100)
  await expect(page.locator('[data-live]')).toHaveCount(0)
})

function shownFigures(page: Page): Promise<Record<string, string>> {
  return page
    .locator('.table-1 :is(td[data-cell], [data-wins]):visible')
    .evaluateAll((cells) =>
      Object.fromEntries(
        cells.map((cell) => [
          cell.getAttribute('data-cell') ?? cell.getAttribute('data-wins'),
          (cell.hasAttribute('data-cell') ? cell.querySelector('span') : cell)?.textContent ?? '',
        ]),
      ),
    )
}

function published(measure: 'longShort' | 'longExcess'): Record<string, string> {
  const all = [...PUBLISHED_CELLS, ...PUBLISHED_WINS]
  return Object.fromEntries(all.filter(([id]) => id.split('.')[1] === measure))
}
