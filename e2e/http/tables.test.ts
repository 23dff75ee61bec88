import { parseHTML } from 'linkedom'
import { expect, test } from 'vitest'
import { OPTIONAL_COLUMNS } from '@/lib/report/table/table-view'
import { sampleOf } from '@/lib/testing/run/run-mode'
import {
  attributesIn,
  find,
  followLink,
  getAnswer,
  getPage,
  type HtmlPage,
  hrefOf,
  linkNamed,
  submitForm,
  textOf,
  textsIn,
} from './client'

const WEEK = '/weeks/2024-08-30'
/** A week in which some factors have not begun. */
const EARLY_WEEK = '/weeks/2015-07-10'
const ALL_COLUMNS = `columns=${OPTIONAL_COLUMNS.join(',')}`

/** Columns of figures by their name in the address, with their index in a row that shows every column. */
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
  test(`a column sorts both ways, the missing last, on ${path}`, async () => {
    for (const [column, columnIndex] of sampleOf(`columns sorted on ${path}`, Object.entries(COLUMNS), 3)) {
      for (const direction of ['', '-']) {
        const address = `${path}?order=report&sort=${direction}${column}&${ALL_COLUMNS}`
        const { texts, sorts } = await readColumn(address, columnIndex)
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

test('a column header sorts the whole table, then each family, then in the order of the report', async () => {
  let page = await getPage(WEEK)
  const inReportOrder = codesOf(page)
  for (const [sort, ariaSorts] of [
    ['?order=report&sort=-month', ['descending']],
    ['?sort=-month', ['descending']],
    ['', []],
  ] as const) {
    const head = linkNamed(find(page.document, '.table-1 thead'), /8 月/)
    expect(hrefOf(head)).toBe(`${WEEK}${sort}#table-1`)
    page = await followLink(page, head)
    expect(attributesIn(page.document, '.table-1 th[aria-sort]', 'aria-sort')).toEqual(ariaSorts)
  }
  expect(codesOf(page)).toEqual(inReportOrder)
})

test('grouped rows are sorted within their family, and families stay', async () => {
  const families = textsIn((await getPage(WEEK)).document, '.table-1 .family-row b')
  const { document } = await getPage(`${WEEK}?sort=-year&columns=none`)
  expect(textsIn(document, '.table-1 .family-row b')).toEqual(families)
  const groups = [...document.querySelectorAll('.table-1 tbody')].map((body) =>
    textsIn(body, 'td[data-cell$=".longShort.year"] > span:first-child'),
  )
  expect(groups).toHaveLength(families.length)
  for (const group of groups) {
    const years = group.map(numberIn).map(Number)
    expect(years).toEqual(years.toSorted((a, b) => b - a))
  }
  expect(textOf(find(document, '.table-1 caption'))).toContain('家族内')
})

test('table 2 follows the sorting of the columns that it has', async () => {
  for (const [sort, codes] of [
    ['-week', ['csi1000-ai-enhanced', 'csi500-ai-enhanced']],
    ['week', ['csi500-ai-enhanced', 'csi1000-ai-enhanced']],
    ['-excessWeek', ['csi500-ai-enhanced', 'csi1000-ai-enhanced']],
  ] as const) {
    const { document } = await getPage(`${WEEK}?sort=${sort}`)
    expect(attributesIn(document, '.table-2 tr[data-series]', 'data-series'), sort).toEqual(codes)
  }
})

test('a column is added and removed in the address', async () => {
  const countHeads = ({ document }: HtmlPage) => document.querySelectorAll('.table-1 thead tr:last-child th').length
  const choose = async (page: HtmlPage, name: RegExp, query: string) => {
    const link = linkNamed(find(page.document, '[data-options]'), name)
    expect(hrefOf(link)).toBe(`${WEEK}?${query}#table-1`)
    return followLink(page, link)
  }
  const week = await getPage(WEEK)
  expect(countHeads(week)).toBe(12)
  const added = await choose(week, /z 值/, 'columns=zScore,spark')
  expect(countHeads(added)).toBe(13)
  expect(textOf(find(added.document, '.table-1 thead'))).toContain('z 值')
  const withoutLine = await choose(added, /年内走势/, 'columns=zScore')
  expect(withoutLine.document.querySelector('.table-1 .spark-cell')).toBeNull()
  const head = linkNamed(find(withoutLine.document, '.table-1 thead'), /z 值/)
  expect(hrefOf(head)).toBe(`${WEEK}?order=report&sort=-zScore&columns=zScore#table-1`)
  const sorted = await followLink(withoutLine, head)
  expect(countHeads(await choose(sorted, /z 值/, 'order=report&columns=none'))).toBe(11)
})

test('tables are sorted, then given another column, which keeps the order', async () => {
  const week = await getPage(WEEK)
  const sorted = await followLink(week, linkNamed(find(week.document, '.table-1 thead'), /^2024/))
  expect(sorted.address).toBe(`${WEEK}?order=report&sort=-year`)
  const reversed = await followLink(sorted, linkNamed(find(sorted.document, '[data-order]'), /从低到高/))
  expect(codesOf(reversed)).toEqual(codesOf(sorted).toReversed())
  const options = find(sorted.document, '[data-options]')
  const added = await followLink(sorted, linkNamed(options, /周变动/))
  expect(added.address).toBe(`${WEEK}?order=report&sort=-year&columns=change,spark`)
  expect(textOf(find(added.document, '[data-options]'))).toContain('底色')
})

test('links and the form keep the view of the tables', async () => {
  const query = '?convention=geometric&order=report&sort=-streak&columns=streak&heat=on'
  const latest = await getPage(`/en${query}`)
  const before = await followLink(latest, find(latest.document, 'a[data-week="previous"]'))
  expect(before.address).toBe(`/en/weeks/2024-08-23${query}`)
  for (const form of before.document.querySelectorAll('form:has(input[type="date"])')) {
    const week = await submitForm(before, form, { date: '2023-05-17' })
    expect(week.address).toBe(`/en/weeks/2023-05-19${query}`)
    expect(textOf(find(week.document, '.table-1 th[aria-sort]'))).toContain('Streak')
  }
})

test('an address with an invalid table view has no page', async () => {
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
    expect((await getAnswer(`${WEEK}?${query}`)).status, query).toBe(400)
  }
})

test('the largest figure of each column has the full tint, and signs tell the colours', async () => {
  const { document } = await getPage(`${WEEK}?heat=on`)
  for (const columnIndex of [2, 4, 5, 7, 8, 9]) {
    const cells = [...document.querySelectorAll(`.table-1 tr[data-series] > :nth-child(${columnIndex + 1})`)].map(
      (cell) => ({
        text: textOf(cell.querySelector('span')),
        tint: Number(cell.getAttribute('style')?.replace('--tint:', '') ?? 0),
        isUp: cell.classList.contains('tint-up'),
        isDown: cell.classList.contains('tint-down'),
      }),
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

test('the number of a row links to its chart, the name to its page', async () => {
  const page = await getPage(WEEK)
  const row = find(page.document, '.table-1 tr[data-series="improved-reversal"]')
  expect(hrefOf(find(row, '.number-cell a'))).toBe('#section-7')
  expect(page.document.querySelectorAll('#section-7 picture').length).toBeGreaterThan(0)
  expect((await followLink(page, linkNamed(row, '改进反转'))).address).toBe('/factors/improved-reversal')
})

/** Reads the figures of one column of table 1, from the top, and the sort direction that the table declares. */
async function readColumn(address: string, columnIndex: number): Promise<{ texts: string[]; sorts: string[] }> {
  const html = await (await getAnswer(address)).text()
  // The table is a small part of the page: parsing all of it thirty times would be slow.
  const begin = html.search(/<table[^>]*table-1/)
  const { document } = parseHTML(html.slice(begin, html.indexOf('</table>', begin)))
  const cells = [...document.querySelectorAll(`tr[data-series] > :nth-child(${columnIndex + 1})`)]
  return {
    texts: cells.map((cell) => textOf(cell.querySelector('span'))),
    sorts: attributesIn(document, '[aria-sort]', 'aria-sort'),
  }
}

/** Parses a figure: "−1.83" → −1.83, "6/8" → 0.75, "—" → null. */
function numberIn(text: string): number | null {
  if (text === '—') return null
  const [wins, periods] = text.split('/')
  const value = Number(wins?.replace('−', '-')) / (periods === undefined ? 1 : Number(periods))
  if (text === '' || Number.isNaN(value)) throw new Error(`"${text}" is no figure`)
  return value
}

function codesOf({ document }: HtmlPage): string[] {
  return attributesIn(document, '.table-1 tr[data-series]', 'data-series')
}
