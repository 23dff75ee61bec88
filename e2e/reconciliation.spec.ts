import type { Page } from 'playwright/test'
import { expect, test } from './fixtures'
import { PUBLISHED_CELLS } from './published'

const ADDRESS = '/weeks/2024-08-30/reconciliation'
const WINDOWS = ['week', 'month', 'year']
const MEASURES = ['longShort', 'longExcess', 'excess']

test('the arithmetic figures are the published ones, and each gap is what lies between', async ({ page }) => {
  await page.goto(ADDRESS)
  let compared = 0
  for (const measure of MEASURES) {
    for (const { code, figures } of await rowsOf(page, measure)) {
      for (const [place, window] of WINDOWS.entries()) {
        const [arithmetic = '', geometric = '', gap = '', against = ''] = figures.slice(4 * place, 4 * place + 4)
        expect(arithmetic, `${code} ${measure} ${window}`).toBe(PUBLISHED_CELLS.get(`${code}.${measure}.${window}`))
        // Each of the three is rounded, so they agree to within three halves of the last digit.
        expect(Math.abs(number(arithmetic) - number(geometric) - number(gap))).toBeLessThan(0.0151)
        expect(Math.abs((number(geometric) * number(against)) / 100 - number(gap))).toBeLessThan(0.0151)
        compared += 1
      }
    }
  }
  expect(compared).toBe((14 * 2 + 2) * 3)
})

test('the geometric figures are those of the report under the other convention', async ({ page }) => {
  await page.goto(ADDRESS)
  const shown = await rowsOf(page, 'longShort')
  await page.goto('/weeks/2024-08-30?convention=geometric')
  for (const { code, figures } of shown) {
    const figure = page.locator(`.table-1 td[data-cell="${code}.longShort.year"] > :first-child`)
    await expect(figure, code).toHaveText(String(figures[9]))
  }
})

test('the report leads to it and it leads back, in both languages', async ({ page }) => {
  for (const prefix of ['', '/en']) {
    await page.goto(`${prefix}/weeks/2024-08-28/reconciliation`)
    await expect(page).toHaveURL(`${prefix}${ADDRESS}`)
    await page.locator('main header a').click()
    await expect(page).toHaveURL(`${prefix}/weeks/2024-08-30`)
    await page.locator(`a[href="${prefix}${ADDRESS}"]:visible`).click()
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  }
})

test('on a phone each window has a line of its own, without sideways scrolling', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(`/en${ADDRESS}`)
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(overflow).toBeLessThanOrEqual(0)
  const tops = await page
    .locator('#longShort tbody tr')
    .first()
    .locator('.window-first')
    .evaluateAll((cells) => cells.map((cell) => Math.round(cell.getBoundingClientRect().top)))
  expect(new Set(tops).size).toBe(3)
})

async function rowsOf(page: Page, measure: string): Promise<{ code: string; figures: string[] }[]> {
  return page.locator(`#${measure} tr[data-series]`).evaluateAll((rows) =>
    rows.map((row) => ({
      code: row.getAttribute('data-series') ?? '',
      figures: Array.from(row.querySelectorAll('td'), (cell) => cell.textContent?.trim() ?? ''),
    })),
  )
}

function number(figure: string): number {
  return Number(figure.replace('−', '-'))
}
