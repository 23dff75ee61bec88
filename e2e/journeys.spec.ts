/** Whole journeys of two readers; those of the others are beside the pages that they use. */
import { parse } from 'csv-parse/sync'
import { findViolations } from './find-violations'
import { expect, test } from './fixtures'
import { overhangOf, smallTargets, waitForScripts } from './page-actions'
import { PUBLISHED_CELLS } from './published'

const PORTFOLIO = 'csi500-ai-enhanced'
const PORTFOLIO_WEEK = PUBLISHED_CELLS.get(`${PORTFOLIO}.excess.week`) ?? 'unknown'

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true })

  test('a portfolio manager on Monday: the event, the market, the own portfolio, the week before', async ({ page }) => {
    await page.goto('/')
    await expect(page.getByRole('heading', { level: 1 })).toContainText(`跑输基准 ${PORTFOLIO_WEEK.slice(1)}%`)
    await expect(page.locator('#market [data-benchmark]').first()).toBeVisible()
    await waitForScripts(page)
    expect(await smallTargets(page)).toEqual([])
    await page.getByText('本期').filter({ visible: true }).tap()
    await page.locator('[data-contents] a[href="#table-2"]').filter({ visible: true }).tap()
    const row = page.locator(`#table-2 [data-series="${PORTFOLIO}"]`)
    await expect(row).toBeInViewport()
    await expect(row.locator(`[data-cell="${PORTFOLIO}.excess.week"]`)).toHaveText(PORTFOLIO_WEEK)
    await page.getByText('菜单', { exact: true }).tap()
    await page.locator('header').getByRole('link', { name: '组合', exact: true }).filter({ visible: true }).tap()
    await expect(page.locator(`[data-cell="${PORTFOLIO}.week"]`)).toHaveText(PORTFOLIO_WEEK)
    await expect(page.locator(`[data-cell="${PORTFOLIO}.excess.week"]`)).toHaveText(PORTFOLIO_WEEK)
    expect(await overhangOf(page)).toBe(0)
    expect(await smallTargets(page)).toEqual([])
    await page.locator('a[data-week="previous"]').tap()
    await expect(page).toHaveURL('/portfolios?asOf=2024-08-23')
  })
})

test('a researcher with a question: what a drawdown is, which factor has one now, and beside which other one', async ({
  page,
}) => {
  await page.goto('/')
  const search = async (typed: string, key: string, chosen: string) => {
    await waitForScripts(page)
    await page.keyboard.press('Control+k')
    await expect(page.getByRole('combobox')).toBeFocused()
    await page.keyboard.type(typed)
    await expect(page.locator('dialog [aria-selected="true"]')).toContainText(chosen)
    await page.keyboard.press(key)
  }
  await search('回撤', 'Enter', '最大回撤')
  await expect(page).toHaveURL('/methodology#maximumDrawdown')
  await expect(page.locator('#maximumDrawdown')).toBeInViewport()
  await search('大单推动', 'Enter', '大单推动涨幅')
  await expect(page).toHaveURL('/factors/large-order-driven-gain')
  await page.getByRole('link', { name: '1 年', exact: true }).click()
  await expect(page).toHaveURL(/from=2023-08-31#series-chart$/)
  await page.getByRole('button', { name: '加入比较' }).click()
  await search('改进反转', 'Shift+Enter', '改进反转')
  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: '打开比较' }).click()
  await expect(page).toHaveURL('/compare?series=large-order-driven-gain,improved-reversal')
  await page.getByRole('link', { name: '近 1 年' }).click()
  const figure = page.locator('figure', { has: page.locator('picture [src*="/comparison/"]') })
  await figure.getByRole('button', { name: /导出/ }).click()
  const [picture, table] = await Promise.all(
    ['PNG', 'CSV'].map(async (name) => {
      const address = await figure.getByRole('link', { name, exact: true }).getAttribute('href')
      return (await page.request.get(String(address))).body()
    }),
  )
  expect(picture?.subarray(1, 4).toString()).toBe('PNG')
  const [last = []]: string[][] = parse(table ?? '', { bom: true }).slice(-1)
  expect(last[0]).toBe('2024-08-30')
  const earned = page.locator('[data-cell="large-order-driven-gain.periodReturn"]')
  await expect(earned).toHaveText(/^[+−]?\d+\.\d\d$/)
  await expect(earned).toContainText(Math.abs((Number(last[1]) - 1) * 100).toFixed(2))
  expect(await findViolations(page)).toEqual([])
})
