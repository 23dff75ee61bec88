import { expect, test } from 'vitest'
import { attributesIn, find, getAnswer, getPage, hrefOf, hrefsIn, textOf, textsIn } from './client'

const WEEK = '/weeks/2024-08-30'
const BEFORE = '/weeks/2024-08-23'

for (const prefix of ['', '/en']) {
  test(`the data beneath the pictures are those of table 1, ${prefix || 'zh'}`, async () => {
    const { document } = await getPage(prefix + WEEK)
    const [week, month, year] = [cells(document, 'week'), cells(document, 'month'), cells(document, 'year')]
    const expected = (first: Map<string, string>, second: Map<string, string>) =>
      [...first].map(([code, value]) => `${value} ${second.get(code)}`).sort()
    expect(dataOf(document, 'week-columns')).toEqual(expected(week, month))
    expect(dataOf(document, 'week-scatter')).toEqual(expected(year, week))
  })
}

test('changes of sign and rank are those between the pages of the two weeks', async () => {
  const before = cells((await getPage(BEFORE)).document, 'week')
  const { document } = await getPage(WEEK)
  const now = cells(document, 'week')
  const turned = (sign: string) =>
    [...now]
      .filter(([code, value]) => value.startsWith(sign) && !before.get(code)?.startsWith(sign))
      .map(([code]) => code)
  const shown = (direction: string) =>
    attributesIn(document, `[data-turned="${direction}"] [data-series]`, 'data-series').sort()
  expect(shown('up')).toEqual(turned('+').sort())
  expect(shown('down')).toEqual(turned('−').sort())
  const moves = [...document.querySelectorAll('tr[data-move]')]
  expect(moves.length).toBeGreaterThan(4)
  for (const move of moves) {
    const code = move.getAttribute('data-move') ?? ''
    const [, ranks = '', then, today] = textsIn(move, 'td')
    const [from, to] = ranks.split('→').map(Number)
    expect(possibleRanks(before, code), code).toContain(from)
    expect(possibleRanks(now, code), code).toContain(to)
    expect([then, today], code).toEqual([before.get(code), now.get(code)])
  }
})

test('the first week shows that there is no earlier one', async () => {
  const chinese = await getPage('/weeks/2014-01-03')
  expect(textOf(find(chinese.document, '#week-before'))).toContain('没有上周可比')
  const english = await getPage('/en/weeks/2014-01-03')
  expect(textOf(find(english.document, '#week-before'))).toContain('there is no earlier week to compare with')
})

test('a week of the calendar has the average of its page', async () => {
  const { document } = await getPage(WEEK)
  const values = [...cells(document, 'week').values()].map(numberOf)
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  expect(hrefOf(find(document, '#week-before header a:not([data-fold])'))).toBe('/weeks?decade=2020#year-2024')
  const cell = find((await getPage('/weeks')).document, `#year-2024 a[href="${WEEK}"]`)
  const average = numberOf(textOf(cell).match(/[+−]?\d+\.\d\d/)?.[0] ?? '')
  expect(Math.abs(average - mean)).toBeLessThan(0.0101)
  expect(cell.getAttribute('title')).toMatch(/2024 年第 35 周：10\/14 个因子为正/)
})

test('an older version is kept by the section, its pictures, the calendar and the steps', async () => {
  const { document } = await getPage(`${WEEK}?version=2`)
  const sources = [
    ...attributesIn(document, '#week-before picture source', 'srcSet'),
    ...attributesIn(document, '#week-before picture img', 'src'),
  ]
  expect(sources.length).toBeGreaterThan(8)
  for (const source of sources) expect(source).toMatch(/^\/charts\/v2\.[0-9a-f]{8}\/2024-08-30\/week-/)
  expect(hrefOf(find(document, 'a[data-week="previous"]'))).toBe(`${BEFORE}?version=2`)
  const before = await getPage(`${BEFORE}?version=2`)
  expect(hrefOf(find(before.document, '#week-before header a:not([data-fold])'))).toBe(
    '/weeks?decade=2020&version=2#year-2024',
  )
  const decades = await Promise.all(['/weeks?version=2', '/weeks?decade=2010&version=2'].map((path) => getPage(path)))
  const links = decades.flatMap((decade) => hrefsIn(decade.document, 'section[id^="year-"] a[href^="/weeks/"]'))
  expect(links).toHaveLength(546)
  for (const link of links) expect(link).toMatch(/^\/weeks\/\d{4}-\d\d-\d\d\?version=2$/)
})

test('no such picture: another code, another kind of size, a day without trading', async () => {
  const [good = ''] = attributesIn((await getPage(WEEK)).document, '#week-before picture img', 'src')
  expect((await getAnswer(good)).status).toBe(200)
  for (const bad of [
    good.replace('/all/', '/improved-reversal/'),
    good.replace('/pointsphone-', '/wide-'),
    good.replace('2024-08-30', '2024-08-31'),
    good.replace('week-scatter', 'week-pie'),
  ]) {
    expect(bad).not.toBe(good)
    expect((await getAnswer(bad)).status, bad).toBe(404)
  }
})

/** Returns the long-short figures of table 1 by the factors' codes, as printed. */
function cells(document: Document, window: 'week' | 'month' | 'year'): Map<string, string> {
  const found = [...document.querySelectorAll(`.table-1 td[data-cell$=".longShort.${window}"]`)]
  expect(found).toHaveLength(14)
  return new Map(
    found.map((cell) => [cell.getAttribute('data-cell')?.split('.')[0] ?? '', textOf(cell.querySelector('span'))]),
  )
}

/** Returns the two figures of each row of a figure's data, sorted. */
function dataOf(document: Document, kind: string): string[] {
  const rows = [...document.querySelectorAll(`#week-before figure:has(img[src*="/${kind}/"]) tbody tr`)]
  return rows.map((row) => textsIn(row, 'td').join(' ')).sort()
}

/** Returns the ranks that a factor can have: factors with the same printed figure may have any order. */
function possibleRanks(values: Map<string, string>, code: string): number[] {
  const own = numberOf(values.get(code) ?? '')
  const others = [...values].filter(([other]) => other !== code).map(([, value]) => numberOf(value))
  const [above, level] = [others.filter((value) => value > own).length, others.filter((value) => value === own).length]
  return Array.from({ length: level + 1 }, (_, index) => above + 1 + index)
}

function numberOf(figure: string): number {
  return figure === '' ? Number.NaN : Number(figure.replace('−', '-'))
}
