import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright/test'
import { OPTIONAL_COLUMNS } from '@/lib/report/table/table-view'
import { expect, test } from './fixtures'
import { overhangOf } from './page-actions'

const WEEK = '/weeks/2024-08-30'
/** A week in which some factors have not begun. */
const EARLY_WEEK = '/weeks/2015-07-10'
const ALL_COLUMNS = `columns=${OPTIONAL_COLUMNS.join(',')}`

/** Columns of figures by their place in the address; the number of their cell in a row with every column shown. */
const COLUMNS = {
  week: 2,
  change: 3,
  percentile: 5,
  zScore: 6,
  streak: 7,
  month: 8,
  quarter: 9,
  year: 10,
  oneYear: 11,
  drawdown: 12,
  wins: 13,
  excessWeek: 14,
  excessMonth: 15,
  excessYear: 16,
  excessWins: 17,
} as const

for (const path of [WEEK, EARLY_WEEK]) {
  test(`every column sorts both ways, the missing last, on ${path}`, async ({ page }) => {
    await page.goto('/methodology')
    for (const [column, place] of Object.entries(COLUMNS)) {
      for (const direction of ['', '-']) {
        const address = `${path}?order=report&sort=${direction}${column}&${ALL_COLUMNS}`
        const { texts, sorts } = await tableAt(page, address, place)
        const values = texts.map(numberIn)
        const known = values.filter((value) => value !== null)
        const sorted = known.toSorted((a, b) => (direction === '' ? a - b : b - a))
        expect(values, address).toEqual([...sorted, ...values.filter((value) => value === null)])
        expect(known.length).toBeGreaterThan(path === WEEK ? 13 : 5)
        expect(sorts).toEqual([direction === '' ? 'ascending' : 'descending'])
      }
    }
  })
}

test('a head sorts the greatest first, then the smallest, then as the report does', async ({ page }) => {
  await page.goto(WEEK)
  const head = page.locator('.table-1 thead').getByRole('link', { name: '8 月' }).first()
  const inReportOrder = await codesOf(page)
  for (const [sort, ariaSort] of [
    ['?sort=-month', 'descending'],
    ['?sort=month', 'ascending'],
    ['', null],
  ] as const) {
    await head.click()
    await expect(page).toHaveURL(`${WEEK}${sort}#table-1`)
    await expect(page.locator('.table-1 th[aria-sort]')).toHaveCount(ariaSort === null ? 0 : 1)
    if (ariaSort) await expect(page.locator('.table-1 th[aria-sort]')).toHaveAttribute('aria-sort', ariaSort)
  }
  expect(await codesOf(page)).toEqual(inReportOrder)
})

test('grouped rows are sorted within their family, and families stay', async ({ page }) => {
  await page.goto(WEEK)
  const familiesOf = () => page.locator('.table-1 .family-row b').allInnerTexts()
  const families = await familiesOf()
  await page.goto(`${WEEK}?sort=-year&columns=none`)
  expect(await familiesOf()).toEqual(families)
  const groups = await page
    .locator('.table-1 tbody')
    .evaluateAll((bodies) =>
      bodies.map((body) =>
        [...body.querySelectorAll('td[data-cell$=".longShort.year"] > span:first-child')].map(
          (cell) => cell.textContent,
        ),
      ),
    )
  expect(groups).toHaveLength(families.length)
  for (const group of groups) {
    const years = group.map(numberIn).map(Number)
    expect(years).toEqual(years.toSorted((a, b) => b - a))
  }
  await expect(page.locator('.table-1 caption')).toContainText('家族内')
})

test('table 2 follows the sorting of the columns that it has', async ({ page }) => {
  const portfolios = () =>
    page.locator('.table-2 tr[data-series]').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-series')))
  await page.goto(`${WEEK}?sort=-week`)
  expect(await portfolios()).toEqual(['csi1000-ai-enhanced', 'csi500-ai-enhanced'])
  await page.goto(`${WEEK}?sort=week`)
  expect(await portfolios()).toEqual(['csi500-ai-enhanced', 'csi1000-ai-enhanced'])
  await page.goto(`${WEEK}?sort=-excessWeek`)
  expect(await portfolios()).toEqual(['csi500-ai-enhanced', 'csi1000-ai-enhanced'])
})

test('a column is added and taken away in the address', async ({ page }) => {
  await page.goto(WEEK)
  const heads = page.locator('.table-1 thead tr:last-child th')
  await expect(heads).toHaveCount(12)
  await page.locator('[data-options] summary').click()
  await page.locator('[data-options]').getByRole('link', { name: 'z 值' }).click()
  await expect(page).toHaveURL(`${WEEK}?columns=zScore,spark#table-1`)
  await expect(heads).toHaveCount(13)
  await expect(page.locator('.table-1 thead')).toContainText('z 值')
  await page.locator('[data-options]').getByRole('link', { name: '年内走势' }).click()
  await expect(page).toHaveURL(`${WEEK}?columns=zScore#table-1`)
  await expect(page.locator('.table-1 .spark-cell')).toHaveCount(0)
  await page.locator('.table-1 thead').getByRole('link', { name: 'z 值' }).click()
  await expect(page).toHaveURL(`${WEEK}?sort=-zScore&columns=zScore#table-1`)
  await page.locator('[data-options]').getByRole('link', { name: 'z 值' }).click()
  await expect(page).toHaveURL(`${WEEK}?columns=none#table-1`)
  await expect(heads).toHaveCount(11)
})

test('links keep how the tables are shown, and so does the form', async ({ page }) => {
  const query = '?convention=geometric&order=report&sort=-streak&columns=streak&heat=on'
  await page.goto(`/en${query}`)
  await page.locator('a[data-week="previous"]').click()
  await expect(page).toHaveURL(`/en/weeks/2024-08-23${query}`)
  await page.locator('input[type="date"]').first().fill('2023-05-17')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(`/en/weeks/2023-05-19${query}`)
  await expect(page.locator('.table-1 th[aria-sort]')).toContainText('Streak')
})

test('an address that asks for no such table is no page', async ({ request }) => {
  for (const query of [
    'sort=price',
    'sort=',
    'sort=zScore',
    'sort=-spark&columns=none',
    'columns=week',
    'columns=change,change',
    'columns=',
    'heat=1',
    'sort=week&sort=week',
    'sort=../week',
    'columns=%2e%2e',
  ]) {
    expect((await request.get(`${WEEK}?${query}`)).status(), query).toBe(404)
  }
})

for (const colours of ['red', 'cvd']) {
  test(`figures on their tints can be read in light and dark, ${colours}`, async ({ page, context, baseURL }) => {
    await context.addCookies([{ name: 'colours', value: colours, url: String(baseURL) }])
    await page.goto(`${WEEK}?heat=on&${ALL_COLUMNS}`)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      const { violations } = await new AxeBuilder({ page }).include('#table-1').include('#table-2').analyze()
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
      expect(new Set(await backgrounds(page, '.table-1 td.tint-up, .table-1 td.tint-down')).size).toBeGreaterThan(20)
    }
  })
}

test('the largest figure of each column has the full tint, and signs tell the colours', async ({ page }) => {
  await page.goto(`${WEEK}?heat=on`)
  for (const place of [2, 4, 5, 7, 8, 9]) {
    const cells = await page.locator(`.table-1 tr[data-series] > :nth-child(${place + 1})`).evaluateAll((all) =>
      all.map((cell) => ({
        text: cell.querySelector('span')?.textContent ?? '',
        tint: Number(cell.getAttribute('style')?.replace('--tint:', '') ?? 0),
        isUp: cell.classList.contains('tint-up'),
        isDown: cell.classList.contains('tint-down'),
      })),
    )
    expect(Math.max(...cells.map(({ tint }) => tint))).toBe(1)
    const largest = Math.max(...cells.map(({ text }) => Math.abs(numberIn(text) ?? 0)))
    for (const { text, tint, isUp, isDown } of cells) {
      expect(Math.abs(tint - Math.abs(numberIn(text) ?? 0) / largest), text).toBeLessThan(0.05)
      if (text.startsWith('+')) expect(isUp, text).toBe(true)
      if (text.startsWith('−')) expect(isDown, text).toBe(true)
    }
  }
})

test('the number of a row leads to its chart, the name to its page', async ({ page }) => {
  await page.goto(WEEK)
  const row = page.locator('.table-1 tr[data-series="improved-reversal"]')
  await row.locator('.number-cell a').click()
  await expect(page).toHaveURL(`${WEEK}#section-7`)
  await expect(page.locator('#section-7 picture').first()).toBeInViewport()
  await row.getByRole('link', { name: '改进反转' }).click()
  await expect(page).toHaveURL('/factors/improved-reversal')
})

test('heads stay above the rows that pass under them', async ({ page }) => {
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

for (const width of [768, 1024, 1280, 1440]) {
  test(`all columns stay in their frame beside their names at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 500 })
    await page.goto(`${WEEK}?${ALL_COLUMNS}`)
    expect(await overhangOf(page)).toBe(0)
    const frame = page.locator('[data-scrolls]').first()
    await frame.evaluate((box) => {
      box.scrollIntoView()
      box.scrollBy(250, 150)
    })
    const { frameBox, name, head } = await frame.evaluate((box) => {
      const boxOf = (selector: string) => box.querySelector(selector)?.getBoundingClientRect()
      return { frameBox: box.getBoundingClientRect(), name: boxOf('tbody .name-cell'), head: boxOf('thead') }
    })
    expect(name?.left).toBe(frameBox.left + 26)
    expect(head?.top).toBe(frameBox.top)
  })
}

/**
 * Figures of one column of table 1, from the top, and how the table says that it is sorted. Read from the address alone:
 * drawing all the report's pictures thirty times would be slow.
 */
function tableAt(page: Page, address: string, place: number): Promise<{ texts: string[]; sorts: (string | null)[] }> {
  return page.evaluate(
    async ({ url, nth }) => {
      const html = await (await fetch(url)).text()
      const table = new DOMParser().parseFromString(html, 'text/html').querySelector('.table-1')
      const cells = [...(table?.querySelectorAll(`tr[data-series] > :nth-child(${nth})`) ?? [])]
      return {
        texts: cells.map((cell) => cell.querySelector('span')?.textContent ?? ''),
        sorts: [...(table?.querySelectorAll('[aria-sort]') ?? [])].map((head) => head.getAttribute('aria-sort')),
      }
    },
    { url: address, nth: place + 1 },
  )
}

/** "−1.83" → −1.83, "6/8" → 0.75, "—" → null. */
function numberIn(text: string | null): number | null {
  if (text === null || text === '—') return null
  const [wins, periods] = text.split('/')
  const value = Number(wins?.replace('−', '-')) / (periods === undefined ? 1 : Number(periods))
  if (text === '' || Number.isNaN(value)) throw new Error(`"${text}" is no figure`)
  return value
}

function codesOf(page: Page): Promise<(string | null)[]> {
  return page
    .locator('.table-1 tr[data-series]')
    .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-series')))
}

function backgrounds(page: Page, selector: string): Promise<string[]> {
  return page.locator(selector).evaluateAll((cells) => cells.map((cell) => getComputedStyle(cell).backgroundColor))
}
