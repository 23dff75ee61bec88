import type { Page } from 'playwright/test'
import { expect, test } from './fixtures'
import { pressTo, waitForScripts } from './page-actions'
import { inLanguage, languagesOf, PAGES } from './pages'

const searchDialog = (page: Page) => page.locator('dialog:has([role="combobox"])')
const chosen = (page: Page) => searchDialog(page).locator('[aria-selected="true"]')

/** Opens the dialog by its key. */
async function open(page: Page): Promise<void> {
  await waitForScripts(page)
  await page.keyboard.press('Control+k')
  await expect(searchDialog(page).getByRole('combobox')).toBeFocused()
}

test('a factor is found by the initials of its sounds, and opened', async ({ page }) => {
  await page.goto('/methodology')
  await open(page)
  await page.keyboard.type('rngppd')
  await expect(chosen(page)).toContainText('日内高频偏度')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/factors/intraday-skewness')
})

for (const language of languagesOf('names in the search')) {
  test(`names, sounds and initials find the improved reversal, ${language}`, async ({ page }) => {
    await page.goto(inLanguage(language, '/methodology'))
    await open(page)
    for (const typed of ['gaijinfanzhuan', 'gjfz', '改进反转', 'improved rev', 'reversal']) {
      await page.getByRole('combobox').fill('')
      await expect(chosen(page)).not.toContainText(/改进反转|Improved reversal/i)
      await page.keyboard.type(typed)
      await expect(chosen(page), typed).toContainText(/改进反转|Improved reversal/i)
    }
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(inLanguage(language, '/factors/improved-reversal'))
  })
}

test('weeks are found by month, number and day', async ({ page }) => {
  await page.goto('/en/methodology?convention=geometric')
  await open(page)
  const options = searchDialog(page).getByRole('group', { name: 'Weeks' }).getByRole('option')
  await page.keyboard.type('2024-08')
  await expect(options).toHaveCount(5)
  await expect(options.first()).toContainText('Week 35 of 2024')
  await page.getByRole('combobox').fill('第 34 周')
  await expect(options.first()).toContainText('Week 34 of 2024')
  await page.getByRole('combobox').fill('week 34')
  await expect(options.first()).toContainText('Week 34 of 2024')
  await page.keyboard.press('ArrowDown')
  await expect(chosen(page)).toContainText('Week 34 of 2023')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/en/weeks/2023-08-25?convention=geometric')
})

test('actions change theme, language and convention', async ({ page }) => {
  await page.goto('/factors/improved-reversal')
  await open(page)
  await page.keyboard.type('深色')
  await page.keyboard.press('Enter')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await open(page)
  await page.keyboard.type('geometric')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/factors/improved-reversal?convention=geometric')
  await open(page)
  await page.keyboard.type('yingwen')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/en/factors/improved-reversal?convention=geometric')
})

test('a definition leads to its anchor', async ({ page }) => {
  await page.goto('/methodology')
  const index = await page.request.get((await indexAddress(page)) ?? '')
  const { entries } = await index.json()
  const paths = entries.flatMap(({ command }: { command: { path?: string } }) => command.path ?? [])
  const anchors = paths.filter((path: string) => path.startsWith('/methodology#'))
  expect(anchors.length).toBeGreaterThan(10)
  for (const anchor of anchors) await expect(page.locator(anchor.slice('/methodology'.length))).toHaveCount(1)
})

test('a text without matches has a message; the list wraps around; Escape restores the focus', async ({ page }) => {
  await page.goto('/methodology')
  const button = page.getByRole('button', { name: '搜索因子、组合、周报和操作' })
  await waitForScripts(page)
  await button.click()
  await expect(searchDialog(page).getByRole('combobox')).toBeFocused()
  await page.keyboard.type('zzzz')
  await expect(searchDialog(page).getByText('没有匹配的结果')).toBeVisible()
  await expect(searchDialog(page).getByRole('status')).toHaveText('0 项结果')
  await page.getByRole('combobox').fill('')
  const last = searchDialog(page).getByRole('option').last()
  await page.keyboard.press('ArrowUp')
  await expect(last).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('ArrowDown')
  await expect(chosen(page)).toContainText('本周')
  await page.keyboard.press('Escape')
  await expect(searchDialog(page)).toHaveCount(0)
  await expect(button).toBeFocused()
})

test('the help window lists every key', async ({ page }) => {
  await page.goto('/en/methodology')
  const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await waitForScripts(page)
  await page.keyboard.press('?')
  await expect(help.locator('dt')).toHaveCount(10)
  await page.keyboard.press('t')
  await expect(help).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(help).toHaveCount(0)
  await open(page)
  await page.keyboard.type('shortcuts')
  await page.keyboard.press('Enter')
  await expect(help).toBeVisible()
  await help.getByRole('button', { name: 'Close' }).click()
  await expect(help).toHaveCount(0)
})

test('keys lead to neighbouring factors and through the weeks', async ({ page }) => {
  await page.goto('/factors/improved-reversal')
  const next = await page.locator('a[data-neighbour="next"]').getAttribute('href')
  await pressTo(page, 'j', next ?? '')
  await pressTo(page, 'k', '/factors/improved-reversal')
  await page.goto('/weeks/2024-08-23')
  await pressTo(page, 'ArrowLeft', '/weeks/2024-08-16')
})

test('t changes the theme, and / opens the search', async ({ page }) => {
  await page.goto('/methodology')
  await waitForScripts(page)
  await page.keyboard.press('t')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')
  // The choice of a theme is a form: the page of the answer has to listen before it gets the next key.
  await waitForScripts(page)
  await page.keyboard.press('/')
  await expect(page.getByRole('combobox')).toHaveValue('')
})

test('no key acts during typing or with a modifier', async ({ page }) => {
  await page.goto('/weeks/2024-08-23')
  await open(page)
  await page.keyboard.press('Escape')
  await page.getByLabel('转到某日所在的周').filter({ visible: true }).focus()
  for (const key of ['t', '?', '/', 'j', 'Control+k']) await page.keyboard.press(key)
  await page.locator('main').focus()
  for (const key of ['Alt+t', 'Control+ArrowRight', 'Shift+ArrowLeft']) await page.keyboard.press(key)
  await expect(page.locator('dialog')).toHaveCount(0)
  await expect(page).toHaveURL('/weeks/2024-08-23')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'auto')
})

test('shows that it could not be loaded, and tries again', async ({ page }) => {
  await page.goto('/methodology')
  await page.route('/search-index/**', (route) => route.abort('aborted'))
  await waitForScripts(page)
  await page.keyboard.press('Control+k')
  await expect(page.getByText('搜索加载失败')).toBeVisible()
  await page.unroute('/search-index/**')
  await open(page)
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

  test('a button opens the search, and a tap follows a result', async ({ page }) => {
    await page.goto('/methodology')
    const button = page.getByRole('button', { name: '搜索因子、组合、周报和操作' })
    await waitForScripts(page)
    await button.tap()
    await expect(searchDialog(page).getByRole('combobox')).toBeFocused()
    await page.keyboard.type('zz500')
    await searchDialog(page).getByRole('option').first().tap()
    await expect(page).toHaveURL('/portfolios/csi500-ai-enhanced')
  })
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('there is no search button', async ({ page }) => {
    for (const path of [PAGES.week, PAGES.factor]) {
      await page.goto(path)
      await expect(page.locator('[data-shortcut="openSearch"]')).toBeHidden()
    }
  })
})

/** Returns the address of the search index, which the page requests when the dialog opens. */
async function indexAddress(page: Page): Promise<string | undefined> {
  const indexRequest = page.waitForRequest(/\/search-index\//)
  await open(page)
  return (await indexRequest).url()
}
