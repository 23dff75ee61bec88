import type { Locator, Page } from 'playwright/test'
import { expect, test } from './fixtures'

const WEEK_LINKS = { previous: 'a[data-week="previous"]', next: 'a[data-week="next"]' }

test('previous and next lead from week to week', async ({ page }) => {
  await page.goto('/')
  await page.locator(WEEK_LINKS.previous).click()
  await expect(page).toHaveURL('/weeks/2024-08-23')
  await expect(weekLine(page)).toContainText('2024 年第 34 周，8 月 19 日至23 日')
  await page.locator(WEEK_LINKS.previous).click()
  await expect(page).toHaveURL('/weeks/2024-08-16')
  await page.locator(WEEK_LINKS.next).click()
  await expect(page).toHaveURL('/weeks/2024-08-23')
})

test('the latest week ends the row, and the first begins it', async ({ page }) => {
  await page.goto('/weeks/2024-08-30')
  await expect(page.locator(WEEK_LINKS.next)).toHaveCount(0)
  await expect(page.getByText('已是最新').filter({ visible: true })).toBeVisible()
  await page.goto('/weeks/2014-01-03')
  await expect(page.locator(WEEK_LINKS.previous)).toHaveCount(0)
  await expect(page.getByText('已是最早').filter({ visible: true })).toBeVisible()
  await expect(page.locator(WEEK_LINKS.next)).toHaveAttribute('href', '/weeks/2014-01-10')
})

test('next passes over a week without trading', async ({ page }) => {
  await page.goto('/weeks/2024-02-08')
  await expect(page.locator(WEEK_LINKS.next)).toHaveAttribute('href', '/weeks/2024-02-23')
})

test('any date is typed into the form and leads to its week', async ({ page }) => {
  await page.goto('/')
  await page.getByLabel('转到某日所在的周').filter({ visible: true }).fill('2019-06-05')
  await page.getByRole('button', { name: '前往' }).filter({ visible: true }).click()
  await expect(page).toHaveURL('/weeks/2019-06-06')
  await expect(weekLine(page)).toContainText('2019 年第 23 周')
})

test('the form keeps language, convention and order', async ({ page }) => {
  await page.goto('/en?convention=geometric&order=report')
  await page.getByLabel('Go to the week of any date').filter({ visible: true }).fill('2023-05-17')
  await page.getByRole('button', { name: 'Go', exact: true }).filter({ visible: true }).click()
  await expect(page).toHaveURL('/en/weeks/2023-05-19?convention=geometric&order=report')
})

for (const date of ['2024-08-26', '2024-08-28', '2024-09-01']) {
  test(`${date} leads to the last trading day of its week`, async ({ page }) => {
    await page.goto(`/en/weeks/${date}?convention=geometric`)
    await expect(page).toHaveURL('/en/weeks/2024-08-30?convention=geometric')
  })
}

test('the first who asks for a day reads once where it leads, as all after do', async ({ baseURL }) => {
  for (const turn of ['first', 'second']) {
    const response = await fetch(`${baseURL}/weeks/2018-05-16`, { redirect: 'manual' })
    expect(response.headers.get('location'), turn).toBe('/weeks/2018-05-18')
  }
})

test('a week of one day, and one across New Year', async ({ page }) => {
  await page.goto('/weeks/2014-12-30')
  await expect(page).toHaveURL('/weeks/2014-12-31')
  await page.goto('/weeks/2019-12-31')
  await expect(page).toHaveURL('/weeks/2020-01-03')
  await expect(page.locator('.table-1 thead th').filter({ hasText: '2020' })).toHaveCount(2)
})

const WITHOUT_REPORT = [
  { name: 'a week without trading', date: '2024-02-14', links: ['/weeks/2024-02-08', '/weeks/2024-02-23', '/weeks'] },
  { name: 'before the data', date: '2010-05-05', links: ['/weeks/2014-01-03', '/weeks'] },
  { name: 'in the future', date: '2031-03-05', links: ['/weeks/2024-08-30', '/weeks'] },
]
for (const { name, date, links } of WITHOUT_REPORT) {
  test(`${name} there is a helpful page`, async ({ page }) => {
    for (const prefix of ['', '/en']) {
      const response = await page.goto(`${prefix}/weeks/${date}`)
      expect(response?.status()).toBeLessThan(405)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      const hrefs = await page.locator('main a').evaluateAll((anchors) => anchors.map((a) => a.getAttribute('href')))
      expect(hrefs).toEqual(links.map((link) => prefix + link))
    }
    await page.locator('main a').first().click()
    await expect(page.locator('.table-1')).toBeVisible()
  })
}

test('an earlier week is as of that week, and says why a figure is missing', async ({ page }) => {
  await page.goto('/weeks/2015-07-10')
  for (const code of ['multi-granularity-5d', 'multi-granularity-10d']) {
    const row = page.locator(`.table-1 tr[data-series="${code}"]`)
    const figures = await row.locator('td[data-cell]').allInnerTexts()
    expect(figures).toEqual(Array(6).fill('—'))
    const [letter = ''] = await row.locator('sup').allInnerTexts()
    const note = page.locator('#table-1 li', { hasText: '2017-01-03' }).filter({ hasText: letter })
    await expect(note.first()).toBeVisible()
    await expect(row.locator('td[data-cell]').first()).toHaveAttribute('title', new RegExp(letter))
  }
  await expect(page.locator('.table-1 tr[data-series="improved-reversal"] td[data-cell]').first()).toHaveText(
    /^[+−]?\d/,
  )
  const pictures = await page
    .locator('main picture img')
    .evaluateAll((images) => images.map((img) => img.getAttribute('src')))
  expect(pictures.length).toBeGreaterThan(20)
  for (const src of pictures) expect(src).toContain('/2015-07-10/')
})

test('a win rate before inception is never a count of nothing that looks like one', async ({ page }) => {
  await page.goto('/weeks/2015-07-10')
  await expect(page.locator('[data-wins="multi-granularity-5d.longShort"]')).not.toHaveText(/[1-9]/)
})

test('the archive leads to every year and to a week', async ({ page }) => {
  await page.goto('/weeks')
  await expect(page.locator('section[id^="year-"]')).toHaveCount(11)
  await expect(page.locator('#year-2023 a')).toHaveCount(50)
  await page.locator('#year-2021').getByRole('link').last().click()
  await expect(page).toHaveURL('/weeks/2021-12-31')
  await expect(page.locator('.table-1')).toBeVisible()
})

test('the browser goes back and forward through weeks', async ({ page }) => {
  await page.goto('/')
  await page.locator(WEEK_LINKS.previous).click()
  await expect(page).toHaveURL('/weeks/2024-08-23')
  await page.goBack()
  await expect(weekLine(page)).toContainText('2024 年第 35 周，8 月 26 日至30 日')
  await page.goForward()
  await expect(weekLine(page)).toContainText('2024 年第 34 周，8 月 19 日至23 日')
})

/** "2024 年第 35 周，8 月 26 日至 30 日", above the headline. */
function weekLine(page: Page): Locator {
  return page.locator('main p:has(+ h1)')
}
