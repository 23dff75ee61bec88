import type { APIRequestContext } from 'playwright/test'
import { expect, test } from './fixtures'
import { waitForScripts } from './page-actions'

const THREE = '/compare?series=intraday-skewness,improved-reversal,csi500-ai-enhanced'

test('three series are compared with independently computed numbers, and the address restores them', async ({
  page,
  request,
}) => {
  await page.goto(THREE)
  const picture = page.locator('main figure img').first()
  await expect(picture).toHaveJSProperty('complete', true)
  await expect(page.locator('[data-pair="intraday-skewness,improved-reversal"]')).toHaveText(
    signed(correlationOf(await weekly(request, 'intraday-skewness'), await weekly(request, 'improved-reversal'))),
  )
  await page.locator('[data-pair="intraday-skewness,improved-reversal"] a').click()
  await expect(page).toHaveURL(`${THREE}&pair=intraday-skewness,improved-reversal#pair`)
  await expect(page.locator('#pair figure')).toHaveCount(2)
  await page.getByRole('link', { name: '线性' }).click()
  await page.getByRole('link', { name: '近 3 年' }).click()
  await expect(page).toHaveURL(/from=2021-08-30/)
  await expect(page.locator('main')).toContainText('线性轴')
  const before = await page.locator('main').textContent()
  // The addresses for scripts contain the host that the browser used.
  await page.getByText('下载数据与脚本取数').click()
  await expect(page.locator('main')).toContainText('curl "http')
  await page.reload()
  await expect.poll(() => page.locator('main').textContent()).toBe(before)
  await page.getByRole('link', { name: '移除 改进反转' }).click()
  await expect(page).toHaveURL(/series=intraday-skewness,csi500-ai-enhanced&from=2021-08-30&axis=linear$/)
})

test('a factor is added to the tray, and compared from there', async ({ page }) => {
  await page.goto('/factors/improved-reversal')
  const tray = page.getByRole('complementary', { name: '待比较的序列' })
  const addButton = page.getByRole('button', { name: '加入比较' })
  await waitForScripts(page)
  await addButton.click()
  await expect(page.getByRole('button', { name: '移出比较' })).toBeVisible()
  await expect(tray).toBeVisible()
  await page.goto('/factors/intraday-skewness')
  await expect(tray).toContainText('改进反转')
  await addButton.click()
  await expect(tray).toContainText('日内高频偏度')
  await tray.getByRole('link', { name: '打开比较' }).click()
  await expect(page).toHaveURL('/compare?series=improved-reversal,intraday-skewness')
  await expect(tray).toHaveCount(0)
  await page.goto('/methodology')
  await tray.getByRole('button', { name: '清空' }).click()
  await expect(tray).toHaveCount(0)
})

test('series are added to the tray from the wall, a table and the search dialog, and removed by name', async ({
  page,
}) => {
  const tray = page.getByRole('complementary', { name: '待比较的序列' })
  await page.goto('/factors')
  const mark = page.getByRole('button', { name: '比较 日内高频偏度' })
  await waitForScripts(page)
  await mark.click()
  await expect(mark).toHaveAttribute('aria-pressed', 'true')
  await page.goto('/weeks/2024-08-30')
  await expect(tray).toContainText('日内高频偏度')
  await page.getByRole('row', { name: '改进反转' }).first().hover()
  await page.getByRole('button', { name: '比较 改进反转' }).click()
  await expect(tray).toContainText('改进反转')

  await page.keyboard.press('Control+k')
  const searchDialog = page.locator('dialog:has([role="combobox"])')
  await expect(searchDialog.getByRole('combobox')).toBeFocused()
  await page.keyboard.type('zz500')
  await page.keyboard.press('Shift+Enter')
  await expect(searchDialog.locator('[aria-selected="true"]')).toContainText('已加入比较')
  await page.keyboard.press('Escape')
  await expect(tray).toContainText('中证 500 AI 增强')

  await tray.getByRole('button', { name: '移除 改进反转' }).click()
  await expect(page.getByRole('button', { name: '比较 改进反转' })).toHaveAttribute('aria-pressed', 'false')
  await page.reload()
  await tray.getByRole('link', { name: '打开比较' }).click()
  await expect(page).toHaveURL('/compare?series=intraday-skewness,csi500-ai-enhanced')
})

test('a line is highlighted by the pointer and by the arrow keys', async ({ page }) => {
  await page.goto(`${THREE}&to=2018-06-29`)
  await expect(page.getByText('近 3 年年化；近 5 年年化没有数值，数据始于 2017-01-03。').first()).toBeVisible()
  const live = page.getByRole('button', { name: '交互查看 净值比' })
  await live.focus()
  await expect(page.locator('[data-live="true"]')).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await expect(page.locator('output')).toContainText(/^B 改进反转/)
  const faint = page.locator('[data-live="true"] path[stroke-opacity="0.25"]')
  await expect(faint).toHaveCount(2)
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  await expect(faint).toHaveCount(0)
})

test('on a phone three series are compared without scrolling sideways', async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true })
  const page = await context.newPage()
  await page.goto(`${THREE}&pair=intraday-skewness,improved-reversal`)
  await expect(page.locator('#pair figure')).toHaveCount(2)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  await page.getByRole('link', { name: '移除 改进反转' }).tap()
  await expect(page).toHaveURL('/compare?series=intraday-skewness,csi500-ai-enhanced')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  await context.close()
})

/**
 * Computes weekly long-short returns from daily ones of the API, by Monday; common days begin at the latest inception.
 */
async function weekly(request: APIRequestContext, code: string): Promise<Map<number, number>> {
  const text = await (await request.get(`/api/v1/factors/${code}/daily.csv?lang=en`)).text()
  const [head = '', ...lines] = text
    .replace(/^\uFEFF/, '')
    .trim()
    .split(/\r?\n/)
  const names = head.toLowerCase().split(',')
  const columnIndex = (name: RegExp) => names.findIndex((each) => name.test(each))
  const [date, long, short] = [columnIndex(/^date/), columnIndex(/^long(?!.*short)/), columnIndex(/^short/)]
  const navs = new Map<number, [number, number]>()
  for (const cells of lines.map((line) => line.split(','))) {
    const day = cells[date] ?? ''
    if (day < '2017-01-03') continue
    const week = Math.floor((Date.parse(day) / 86_400_000 + 3) / 7)
    const [a, b] = navs.get(week) ?? [1, 1]
    navs.set(week, [a * (1 + Number(cells[long])), b * (1 + Number(cells[short]))])
  }
  return new Map([...navs].map(([week, [a, b]]) => [week, a - b]))
}

function correlationOf(a: Map<number, number>, b: Map<number, number>): number {
  const pairs = [...a].map(([week, x]) => [x, b.get(week) ?? Number.NaN] as const)
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const [meanA, meanB] = [mean(pairs.map(([x]) => x)), mean(pairs.map(([, y]) => y))]
  const product = mean(pairs.map(([x, y]) => (x - meanA) * (y - meanB)))
  const [varianceA, varianceB] = [
    mean(pairs.map(([x]) => (x - meanA) ** 2)),
    mean(pairs.map(([, y]) => (y - meanB) ** 2)),
  ]
  return product / Math.sqrt(varianceA * varianceB)
}

function signed(value: number): string {
  return `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(2)}`
}
