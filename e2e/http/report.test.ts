import { expect, test } from 'vitest'
import { PUBLISHED_CELLS, PUBLISHED_WINS } from '../published'
import { find, followLink, getPage, hrefOf, linksNamed, textOf, textsIn } from './client'

const CHARTS = 'main figure:has(picture):has(button[aria-pressed])'

for (const { language, prefix } of [
  { language: 'Chinese', prefix: '' },
  { language: 'English', prefix: '/en' },
]) {
  const week = `${prefix}/weeks/2024-08-30`

  test(`both tables print what was published, in ${language}`, async () => {
    const { document } = await getPage(week)
    expect(figuresIn(document, '.summary-table td[data-cell]:not([data-cell*=".absolute."])')).toEqual(
      Object.fromEntries(PUBLISHED_CELLS),
    )
    expect(winRates(document)).toEqual(Object.fromEntries(PUBLISHED_WINS))
  })

  test(`every figure in running text equals its cell and links to it, in ${language}`, async () => {
    const { document } = await getPage(week)
    const links = [...document.querySelectorAll('main a.figure-link:not([data-fact])')]
    expect(links.length).toBeGreaterThan(70)
    for (const link of links) {
      const cell = hrefOf(link).replace('#cell-', '')
      const target = document.getElementById(hrefOf(link).slice(1))?.getAttribute('data-cell')
      // The sign is left out when words give the direction.
      const published = `${PUBLISHED_CELLS.get(cell)}%`
      expect([published, published.slice(1)], cell).toContain(link.textContent)
      expect(target, cell).toBe(cell)
    }
  })

  test(`every figure in the key points is linked, in ${language}`, async () => {
    const { document } = await getPage(week)
    const unbound = find(document, '#key-points').cloneNode(true) as Element
    for (const part of unbound.querySelectorAll('a.figure-link, [data-fact], details')) part.remove()
    expect(textOf(unbound)).not.toBe('')
    expect(textOf(unbound)).not.toMatch(/[+−]?\d+\.\d/)
  })

  test(`the wall prints the published figures, in ${language}`, async () => {
    const { document } = await getPage(`${prefix}/factors`)
    expectPublished(figuresIn(document, 'dd[data-cell]'), 16 * 3)
  })

  test(`a factor's and a portfolio's own page print the published figures, in ${language}`, async () => {
    for (const [path, count] of [
      ['/factors/improved-reversal', 6],
      ['/portfolios/csi500-ai-enhanced', 3],
    ] as const) {
      const { document } = await getPage(prefix + path)
      expectPublished(figuresIn(document, 'main [data-cell]:not([data-cell*=".absolute."])'), count)
    }
  })

  test(`32 figures in the report's order, each with its data and a text, in ${language}`, async () => {
    const { document } = await getPage(week)
    const captions = textsIn(document, `${CHARTS} figcaption`)
    expect(captions.map((caption) => Number(/\d+/.exec(caption)?.[0]))).toEqual(
      Array.from({ length: 32 }, (_, index) => index + 1),
    )
    for (const caption of captions) expect(caption).toMatch(/%|对数|log/)
    const images = [...document.querySelectorAll(`${CHARTS} picture img`)]
    const alts = images.map((image) => image.getAttribute('alt') ?? '')
    expect(new Set(alts).size).toBe(32)
    for (const alt of alts) expect(alt.length).toBeGreaterThan(20)
    expect(document.querySelectorAll(`${CHARTS} details table`)).toHaveLength(32)
  })
}

test('the geometric convention changes returns, and no sign and no win rate', async () => {
  const arithmetic = await getPage('/')
  const [link] = linksNamed(arithmetic.document, '几何')
  expect(hrefOf(link)).toBe('/?convention=geometric')
  const { document } = await getPage('/?convention=geometric')
  expect(textOf(find(document, 'footer'))).toContain('几何口径')
  const shown = figuresIn(document, '.summary-table td[data-cell]')
  const changed = [...PUBLISHED_CELLS].filter(([cell, figure]) => shown[cell] !== figure)
  expect(changed.length).toBeGreaterThan(20)
  for (const [cell, figure] of PUBLISHED_CELLS) expect(signOf(shown[cell]), cell).toBe(signOf(figure))
  expect(winRates(document)).toEqual(Object.fromEntries(PUBLISHED_WINS))
})

test('a geometric return follows from the two legs as printed', async () => {
  const { document } = await getPage('/factors/multi-granularity-10d?convention=geometric')
  const [figure] = document.querySelectorAll('figure:has(picture [src*="/legs/"])')
  const year = figure?.querySelectorAll('table tbody tr')[2]
  const [long, short] = year ? textsIn(year, 'td') : []
  const expected = ((1 + percent(long)) / (1 + percent(short)) - 1) * 100
  const [shown] = textsIn(document, 'td[data-cell="multi-granularity-10d.longShort.year"]')
  expect(Math.abs(percent(shown) * 100 - expected)).toBeLessThan(0.02)
  expect(shown).not.toBe(PUBLISHED_CELLS.get('multi-granularity-10d.longShort.year'))
})

test('the order of the sections can be switched, and is in the address', async () => {
  const page = await getPage('/')
  expect(page.document.querySelectorAll('.table-1 .family-row').length).toBeGreaterThan(0)
  const link = find(page.document, 'a[href="/?order=report#table-1"]')
  const { document } = await followLink(page, link)
  expect(document.querySelector('.table-1 .family-row')).toBeNull()
  expect(textsIn(document, '.table-1 tbody .number-cell').map(Number)).toEqual(
    Array.from({ length: 14 }, (_, index) => index + 1),
  )
})

test('every section of the model document appears once and in order', async () => {
  const { document } = await getPage('/')
  const numbers = textsIn(document, 'main section[id^="section-"] h2 > span:first-child').map(Number)
  expect(numbers).toEqual(Array.from({ length: 16 }, (_, index) => index + 1))
  expect(document.querySelector('.katex, math')).not.toBeNull()
})

test('the demo is marked as demo data', async () => {
  for (const path of ['/', '/factors', '/factors/improved-reversal', '/portfolios', '/weeks'])
    expect(textOf((await getPage(path)).document.body), path).toContain('演示数据')
})

test('every win rate opens to show its periods', async () => {
  const { document } = await getPage('/weeks/2024-08-30')
  const buttons = [...document.querySelectorAll('button[data-wins]')]
  expect(buttons).toHaveLength(30)
  for (const button of buttons) {
    const periods = periodsOf(document, button)
    const won = periods.filter((period) => period.includes('+')).length
    expect(`${won}/${periods.length}`, button.getAttribute('data-wins') ?? '').toBe(textOf(button))
  }
  const weeks = periodsOf(document, find(document, 'button[data-wins="csi500-ai-enhanced.excess"]'))
  expect(weeks).toHaveLength(34)
  for (const week of weeks) expect(week).toMatch(/\d\d-\d\d/)
})

/** Returns the periods that open under a win rate. */
function periodsOf(document: Document, button: Element): string[] {
  const popover = document.getElementById(button.getAttribute('popoverTarget') ?? '')
  return popover ? textsIn(popover, 'li') : []
}

/** Returns the text of the figure in each cell by the cell's id, without other texts. */
function figuresIn(document: Document, selector: string): Record<string, string> {
  const cells = [...document.querySelectorAll(selector)]
  return Object.fromEntries(cells.map((cell) => [cell.getAttribute('data-cell'), textOf(cell.querySelector('span'))]))
}

function winRates(document: Document): Record<string, string> {
  const cells = [...document.querySelectorAll('[data-wins]')]
  return Object.fromEntries(cells.map((cell) => [cell.getAttribute('data-wins'), textOf(cell)]))
}

function expectPublished(figures: Record<string, string>, count: number): void {
  expect(Object.keys(figures)).toHaveLength(count)
  for (const [cell, figure] of Object.entries(figures)) expect(figure, cell).toBe(PUBLISHED_CELLS.get(cell))
}

/** Returns "+", "−", or an empty text for zero. */
function signOf(figure: string | undefined): string | undefined {
  return figure?.replace(/[\d.]/g, '')
}

/** Parses a percent figure: "−1.83" → −0.0183. */
function percent(figure: string | undefined): number {
  return Number(figure?.replace('−', '-')) / 100
}
