import type { Page } from 'playwright/test'
import { COLOURS } from '@/lib/base/appearance'
import { OPTIONAL_COLUMNS } from '@/lib/report/table/table-view'
import { sampleOf } from '@/lib/testing/run/run-mode'
import { COLOUR_RULES, findViolations } from './find-violations'
import { expect, test } from './fixtures'
import { overhangOf } from './page-actions'

const WEEK = '/weeks/2024-08-30'
const TABLES = { include: ['#table-1', '#table-2'] }
const ALL_COLUMNS = `columns=${OPTIONAL_COLUMNS.join(',')}`

for (const colours of sampleOf('colours of tables', COLOURS, 1)) {
  test(`figures on their tints can be read in light and dark, ${colours}`, async ({ page, context, baseURL }) => {
    await context.addCookies([{ name: 'colours', value: colours, url: String(baseURL) }])
    await page.goto(`${WEEK}?heat=on&${ALL_COLUMNS}`)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      expect(await findViolations(page, { runOnly: COLOUR_RULES }, TABLES)).toEqual([])
      expect(new Set(await backgrounds(page, '.table-1 td.tint-up, .table-1 td.tint-down')).size).toBeGreaterThan(20)
    }
  })
}

test('column headers stay above the scrolled rows', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 500 })
  await page.goto(WEEK)
  const top = () => page.locator('.table-1 thead').evaluate((head) => head.getBoundingClientRect().top)
  await page
    .locator('.table-1 tbody tr')
    .nth(9)
    .evaluate((row) => row.scrollIntoView())
  expect(await top()).toBe(0)
  const heads = page.locator('.table-1 thead th').filter({ hasText: '8 月' }).first()
  await expect(heads).toBeInViewport()
  await page.locator('#table-2').evaluate((table) => table.scrollIntoView())
  expect(await top()).toBeLessThan(-30)
})

test('all columns stay in their frame beside the names at every width', async ({ page }) => {
  await page.goto(`${WEEK}?${ALL_COLUMNS}`)
  const frame = page.locator('[data-scrolls]').first()
  for (const width of [768, 1024, 1280, 1440]) {
    await page.setViewportSize({ width, height: 500 })
    expect(await overhangOf(page), `${width} px`).toBe(0)
    await frame.evaluate((box) => {
      box.scrollTo(0, 0)
      box.scrollIntoView()
      box.scrollBy(250, 150)
    })
    const { frameBox, name, head } = await frame.evaluate((box) => {
      const boxOf = (selector: string) => box.querySelector(selector)?.getBoundingClientRect()
      return { frameBox: box.getBoundingClientRect(), name: boxOf('tbody .name-cell'), head: boxOf('thead') }
    })
    expect(name?.left, `${width} px`).toBe(frameBox.left + 26)
    expect(head?.top, `${width} px`).toBe(frameBox.top)
  }
})

function backgrounds(page: Page, selector: string): Promise<string[]> {
  return page.locator(selector).evaluateAll((cells) => cells.map((cell) => getComputedStyle(cell).backgroundColor))
}
