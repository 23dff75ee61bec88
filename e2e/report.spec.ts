import type { Page } from 'playwright/test'
import { expect, test } from './fixtures'
import { PUBLISHED_CELLS, PUBLISHED_WINS } from './published'

const LANGUAGES = [
  { language: 'Chinese', week: '/weeks/2024-08-30', factors: '/factors', prefix: '' },
  { language: 'English', week: '/en/weeks/2024-08-30', factors: '/en/factors', prefix: '/en' },
]

for (const { language, week, factors, prefix } of LANGUAGES) {
  test(`both tables print what was published, in ${language}`, async ({ page }) => {
    await page.goto(week)
    expect(await figuresIn(page, '.summary-table td[data-cell]')).toEqual(Object.fromEntries(PUBLISHED_CELLS))
    expect(await winRates(page)).toEqual(Object.fromEntries(PUBLISHED_WINS))
  })

  test(`every figure in running text is its cell's and leads to it, in ${language}`, async ({ page }) => {
    await page.goto(week)
    const links = await page.locator('main a[data-cell]').evaluateAll((anchors) =>
      anchors.map((anchor) => ({
        text: anchor.textContent,
        cell: anchor.getAttribute('data-cell') ?? '',
        target: document.getElementById(anchor.getAttribute('href')?.slice(1) ?? '')?.getAttribute('data-cell'),
      })),
    )
    expect(links.length).toBeGreaterThan(70)
    for (const { text, cell, target } of links) {
      // Where words give the direction, the sign is left out.
      const published = `${PUBLISHED_CELLS.get(cell)}%`
      expect([published, published.slice(1)], cell).toContain(text)
      expect(target).toBe(cell)
    }
  })

  test(`no figure in the key points stands for itself, in ${language}`, async ({ page }) => {
    await page.goto(week)
    const unbound = await page.locator('#key-points').evaluate((section) => {
      const copy = section.cloneNode(true) as HTMLElement
      for (const anchor of copy.querySelectorAll('a[data-cell], [data-fact], details')) anchor.remove()
      return copy.textContent
    })
    expect(unbound).not.toMatch(/[+−]?\d+\.\d/)
  })

  test(`the wall prints the published figures, in ${language}`, async ({ page }) => {
    await page.goto(factors)
    const shown = await figuresIn(page, 'dd[data-cell]')
    expect(Object.keys(shown)).toHaveLength(16 * 3)
    for (const [cell, figure] of Object.entries(shown)) expect(figure, cell).toBe(PUBLISHED_CELLS.get(cell))
  })

  test(`a factor's and a portfolio's own page print the published figures, in ${language}`, async ({ page }) => {
    for (const [path, count] of [
      ['/factors/improved-reversal', 6],
      ['/portfolios/csi500-ai-enhanced', 3],
    ] as const) {
      await page.goto(prefix + path)
      const shown = await figuresIn(page, 'main [data-cell]')
      expect(Object.keys(shown)).toHaveLength(count)
      for (const [cell, figure] of Object.entries(shown)) expect(figure, cell).toBe(PUBLISHED_CELLS.get(cell))
    }
  })

  test(`32 figures in the report's order, each with its data and a text, in ${language}`, async ({ page }) => {
    await page.goto(week)
    const captions = await page.locator('main figure:has(picture):has(button[aria-pressed]) figcaption').allInnerTexts()
    expect(captions.map((caption) => Number(/\d+/.exec(caption)?.[0]))).toEqual(
      Array.from({ length: 32 }, (_, index) => index + 1),
    )
    for (const caption of captions) expect(caption).toMatch(/%|对数|log/)
    const alts = await page
      .locator('main figure:has(button[aria-pressed]) picture img')
      .evaluateAll((images) => images.map((img) => img.getAttribute('alt') ?? ''))
    expect(new Set(alts).size).toBe(32)
    for (const alt of alts) expect(alt.length).toBeGreaterThan(20)
    expect(await page.locator('main figure:has(picture):has(button[aria-pressed]) details table').count()).toBe(32)
  })
}

test('a figure in the key points takes the reader to its cell', async ({ page }) => {
  await page.goto('/')
  const figure = page.locator('#key-points a[data-cell]').first()
  const cell = await figure.getAttribute('data-cell')
  await figure.click()
  await expect(page.locator('td:target')).toHaveAttribute('data-cell', String(cell))
  await expect(page.locator('td:target')).toBeInViewport()
})

test('the geometric convention changes returns, and no sign and no win rate', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('link', { name: '几何', exact: true }).filter({ visible: true }).click()
  await expect(page).toHaveURL('/?convention=geometric')
  await expect(page.getByRole('contentinfo')).toContainText('几何口径')
  const shown = await figuresIn(page, '.summary-table td[data-cell]')
  const changed = [...PUBLISHED_CELLS].filter(([cell, figure]) => shown[cell] !== figure)
  expect(changed.length).toBeGreaterThan(20)
  for (const [cell, figure] of PUBLISHED_CELLS) expect(signOf(shown[cell]), cell).toBe(signOf(figure))
  expect(await winRates(page)).toEqual(Object.fromEntries(PUBLISHED_WINS))
})

test('a geometric return follows from the two legs as printed', async ({ page }) => {
  await page.goto('/factors/multi-granularity-10d?convention=geometric')
  const legs = page.locator('figure', { has: page.locator('picture [src*="/legs/"]') }).locator('table')
  const [long, short] = await legs.locator('tbody tr').nth(2).locator('td').allTextContents()
  const expected = ((1 + percent(long)) / (1 + percent(short)) - 1) * 100
  const [shown] = await page.locator('td[data-cell="multi-granularity-10d.longShort.year"]').allInnerTexts()
  expect(Math.abs(percent(shown) * 100 - expected)).toBeLessThan(0.02)
  expect(shown).not.toBe(PUBLISHED_CELLS.get('multi-granularity-10d.longShort.year'))
})

test('the order of the sections is a switch that the address keeps', async ({ page }) => {
  await page.goto('/')
  await expect(page.locator('.table-1 .family-row')).not.toHaveCount(0)
  await page
    .getByRole('link', { name: /按章节|章节|序/ })
    .filter({ visible: true })
    .first()
    .click()
  await expect(page).toHaveURL('/?order=report#table-1')
  await expect(page.locator('.table-1 .family-row')).toHaveCount(0)
  const numbers = await page.locator('.table-1 tbody .number-cell').allInnerTexts()
  expect(numbers.map(Number)).toEqual(Array.from({ length: 14 }, (_, index) => index + 1))
})

test('every section of the model document is there, once and in order', async ({ page }) => {
  await page.goto('/')
  const numbers = await page.locator('main section[id^="section-"] h2 > span:first-child').allInnerTexts()
  expect(numbers.map(Number)).toEqual(Array.from({ length: 16 }, (_, index) => index + 1))
  await expect(page.locator('.katex, math').first()).toBeAttached()
})

test('the demo says that it is one', async ({ page }) => {
  for (const path of ['/', '/factors', '/factors/improved-reversal', '/portfolios', '/weeks']) {
    await page.goto(path)
    await expect(page.getByText('演示数据').filter({ visible: true }).first(), path).toBeVisible()
  }
})

/** Text of the figure in each cell, by the cell's id, without what is said beside it. */
function figuresIn(page: Page, selector: string): Promise<Record<string, string | undefined>> {
  return page
    .locator(selector)
    .evaluateAll((cells) =>
      Object.fromEntries(
        cells.map((cell) => [cell.getAttribute('data-cell'), cell.querySelector('span')?.textContent ?? '']),
      ),
    )
}

function winRates(page: Page): Promise<Record<string, string>> {
  return page
    .locator('[data-wins]')
    .evaluateAll((cells) =>
      Object.fromEntries(cells.map((cell) => [cell.getAttribute('data-wins'), cell.textContent ?? ''])),
    )
}

/** "+", "−", or nothing beside a zero. */
function signOf(figure: string | undefined): string | undefined {
  return figure?.replace(/[\d.]/g, '')
}

/** "−1.83" is −0.0183. */
function percent(figure: string | undefined): number {
  return Number(figure?.replace('−', '-')) / 100
}
