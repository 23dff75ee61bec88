/** The summary tables on a phone, without scripts and on paper. */
import { OPTIONAL_COLUMNS } from '@/lib/report/table/table-view'
import { expect, test } from './fixtures'
import { overhangOf } from './page-actions'
import { inLanguage, languagesOf } from './pages'

const WEEK = '/weeks/2024-08-30'
const ALL_COLUMNS = `columns=${OPTIONAL_COLUMNS.join(',')}`

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

  for (const language of languagesOf('rows on a phone')) {
    test(`a row holds every chosen column, without scrolling sideways, ${language}`, async ({ page }) => {
      for (const width of [360, 390]) {
        await page.setViewportSize({ width, height: 844 })
        await page.goto(inLanguage(language, `${WEEK}?heat=on&sort=-zScore&${ALL_COLUMNS}`))
        expect(await overhangOf(page)).toBe(0)
        const row = page.locator('.table-1 tr[data-series="improved-reversal"]')
        await expect(row.locator('td:visible')).toHaveCount(14)
        const labels = await row
          .locator('td.added')
          .evaluateAll((cells) => cells.map((cell) => cell.getAttribute('data-label')))
        expect(labels).toHaveLength(10)
        for (const label of labels) expect(label).toMatch(/\S/)
        await page.locator('[data-measures] label').nth(1).tap()
        await expect(row.locator('td:visible')).toHaveCount(4)
        expect(await overhangOf(page)).toBe(0)
      }
    })
  }

  test('touch targets are at least 24 px high, and rows 37 px', async ({ page }) => {
    await page.goto(WEEK)
    await page.locator('[data-options] summary').tap()
    const targets = page.locator('.summary :is(a, button, summary, label):visible')
    const small = await targets.evaluateAll((all) =>
      all
        .map((target) => ({ text: target.textContent, height: target.getBoundingClientRect().height }))
        .filter(({ height }) => height < 36),
    )
    expect(small).toEqual([])
  })

  test('a win rate opens within the screen', async ({ page }) => {
    await page.goto(WEEK)
    for (const id of ['improved-reversal.longShort', 'csi500-ai-enhanced.excess']) {
      await page.locator(`button[data-wins="${id}"]`).tap()
      await expect(page.locator(`[id="wins-${id}"]`)).toBeInViewport({ ratio: 1 })
      await page.keyboard.press('Escape')
    }
  })
})

test('on paper the tables are complete, with the chosen columns', async ({ page }) => {
  await page.goto(`${WEEK}?heat=on&columns=change,zScore`)
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('[data-options], [data-order]')).toHaveCount(2)
  await expect(page.locator('[data-options]')).toBeHidden()
  await expect(page.locator('.table-1 thead')).toHaveCSS('position', 'static')
  await expect(page.locator('[data-scrolls]').first()).toHaveCSS('overflow', 'visible')
  await expect(page.locator('.table-1 td.added').first()).toBeVisible()
})
