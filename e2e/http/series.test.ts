import { expect, test } from 'vitest'
import { formatPercent } from '@/lib/base/format'
import { attributesIn, find, followLink, getAnswer, getPage, linkNamed, submitForm, textOf, textsIn } from './client'

const PAGE = '/en/factors/intraday-skewness'
const SECTION = 'section:has(> #series-chart)'

test('a period chosen by button, with legs, is drawn and is in the address', async () => {
  const all = await getPage(PAGE)
  const year = await followLink(all, linkNamed(find(all.document, SECTION), '1Y'))
  const short = await followLink(year, linkNamed(find(year.document, SECTION), 'Short'))
  const linear = await followLink(short, linkNamed(find(short.document, SECTION), 'Linear'))
  const { searchParams } = new URL(linear.address, 'http://localhost')
  expect(Object.fromEntries(searchParams)).toEqual({ from: '2023-08-31', legs: 'short', axis: 'linear' })
  expect(textsIn(linear.document, `${SECTION} figcaption`)[0]).toContain('linear scale')
  const heads = textsIn(linear.document, 'th').filter((head) => head.includes('Selected period'))
  expect(heads[0]).toContain('2023-08-31 – 2024-08-30')
  const [picture = ''] = attributesIn(linear.document, `${SECTION} figure img`, 'src')
  expect(await (await getAnswer(picture)).text()).toContain('>Short 0.')
})

test('typed dates show their period, and a period without a trading day has a message', async () => {
  const page = await getPage('/factors/intraday-skewness?legs=long')
  const form = find(page.document, `${SECTION} form:has(#chart-from)`)
  const year = await submitForm(page, form, { from: '2022-01-01', to: '2022-12-31' })
  expect(new URL(year.address, 'http://localhost').searchParams.get('legs')).toBe('long')
  expect(textsIn(year.document, `${SECTION} figcaption`)[0]).toContain('2022-01-04 至 2022-12-30')
  const holiday = await getPage('/factors/intraday-skewness?from=2024-02-12&to=2024-02-14')
  expect(textOf(find(holiday.document, SECTION))).toContain('所选区间没有交易日')
})

test('the form of the comparison adds a series', async () => {
  const one = await getPage('/en/compare?series=improved-reversal&convention=geometric')
  const form = find(one.document, 'form:has(select)')
  expect(textsIn(form, 'label')).toContain('Add a series')
  const two = await submitForm(one, form, { add: 'csi500-ai-enhanced' })
  expect(two.address).toBe('/en/compare?series=improved-reversal,csi500-ai-enhanced&convention=geometric')
  expect(two.document.querySelectorAll('[data-pair]')).toHaveLength(4)
})

test('without codes, with one and with an unknown code the page shows a remedy', async () => {
  const nothing = await getPage('/compare')
  expect(textOf(nothing.document.body)).toContain('选择要比较的因子或组合')
  const unknown = await getPage('/compare?series=improved-reversal,no-such-factor')
  expect(textOf(unknown.document.body)).toContain('目录中没有以下代码：no-such-factor')
  expect(textOf(unknown.document.body)).toContain('只有一条序列')
})

test('the page of a portfolio has its absolute return beside its excess', async () => {
  const { document } = await getPage('/portfolios/csi500-ai-enhanced')
  const daily = await (await getAnswer('/api/v1/portfolios/csi500-ai-enhanced/daily.json?from=2024-01-01')).json()
  for (const [window, from] of [
    ['week', '2024-08-26'],
    ['month', '2024-08-01'],
    ['year', '2024-01-01'],
  ] as const) {
    let value = 1
    for (const { date, portfolio } of daily.rows) if (date >= from) value *= 1 + portfolio
    const cell = find(document, `td[data-cell="csi500-ai-enhanced.absolute.${window}"]`)
    expect(textOf(cell.firstElementChild)).toBe(formatPercent(value - 1))
    expect(textOf(find(cell.parentElement?.parentElement ?? cell, 'tr:last-child th'))).toBe('绝对收益')
  }
})
