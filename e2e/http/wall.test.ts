import { expect, test } from 'vitest'
import {
  attributesIn,
  find,
  followLink,
  getAnswer,
  getPage,
  type HtmlPage,
  linkNamed,
  submitForm,
  textOf,
  textsIn,
} from './client'

test('the wall is filtered, sorted, shown as a table, and its address gives the same', async () => {
  const all = await getPage('/en/factors')
  const form = find(all.document, 'main form:has(select)')
  const filtered = await submitForm(all, form, { rebalance: 'monthly', by: 'year' })
  expect(textsIn(filtered.document, 'h2').filter((heading) => heading.startsWith('By YTD'))).toHaveLength(1)
  const monthly = seriesOf(filtered)
  expect(monthly.length).toBeGreaterThan(1)
  expect(monthly.length).toBeLessThan(seriesOf(all).length)

  const table = await followLink(filtered, linkNamed(filtered.document, 'Show as table'))
  expect(sortOf(table, 'YTD')).toBe('descending')
  expect(seriesOf(table)).toEqual(monthly)
  const years = textsIn(table.document, '[data-period="year"]').map((text) => Number(text.replace('−', '-')))
  expect(years).toEqual(years.toSorted((a, b) => b - a))

  const turned = await followLink(table, linkNamed(headNamed(table, 'YTD'), /YTD/))
  expect(sortOf(turned, 'YTD')).toBe('ascending')
})

test('the wall can draw drawdowns and rolling returns, with separate axes', async () => {
  let page = await getPage('/en/factors?family=portfolios')
  for (const [name, kind] of [
    ['Drawdown', 'outline-drawdown'],
    ['Rolling 12-month return', 'outline-return'],
  ] as const) {
    page = await followLink(page, linkNamed(page.document, name))
    const pictures = attributesIn(page.document, '[data-series] img', 'src')
    expect(pictures).toHaveLength(2)
    for (const src of pictures) {
      expect(src).toContain(`/${kind}/`)
      expect(await (await getAnswer(src)).text()).toMatch(/^<svg/)
    }
  }
  expect(page.address).toBe('/en/factors?family=portfolios&line=return')
  expect(attributesIn(page.document, 'select[name="family"] option[selected]', 'value')).toEqual(['portfolios'])
})

test('stepping by week replays the wall as of that week', async () => {
  const middle = await getPage('/en/factors?asOf=2024-08-28&show=table')
  expect(textOf(middle.document.body)).toContain('As of 2024-08-28')
  const before = await followLink(middle, linkNamed(middle.document, /Previous week/))
  expect(textOf(before.document.body)).toContain('As of 2024-08-23')
  expect(before.address).toMatch(/asOf=2024-08-23.*show=table/)
  const after = await followLink(before, linkNamed(before.document, /Next week/))
  expect(textOf(after.document.body)).toContain('As of 2024-08-30')
})

function seriesOf({ document }: HtmlPage): string[] {
  return attributesIn(document, '[data-series]', 'data-series')
}

function headNamed({ document }: HtmlPage, name: string): Element {
  const head = [...document.querySelectorAll('th')].find((each) => textOf(each).includes(name))
  if (!head) throw new Error(`no column is named ${name}`)
  return head
}

function sortOf(page: HtmlPage, name: string): string | null {
  return headNamed(page, name).getAttribute('aria-sort')
}
