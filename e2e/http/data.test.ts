import { expect, test } from 'vitest'
import { attributesIn, find, followLink, getAnswer, getPage, textOf, textsIn } from './client'

test('is alive, and ready once data has been loaded', async () => {
  expect((await getAnswer('/healthz')).status).toBe(200)
  const ready = await getAnswer('/readyz')
  expect(ready.status).toBe(200)
  expect(await ready.text()).toMatch(/^data version \d+\n$/)
})

test('the list of versions links to the changes of each', async () => {
  const list = await getPage('/data')
  expect(textOf(find(list.document, 'h1'))).toBe('数据版本')
  expect(attributesIn(list.document, 'tr[data-version]', 'data-version')).toEqual(['5', '4', '3', '2', '1'])
  const second = find(list.document, 'tr[data-version="2"]')
  expect(textOf(second)).toContain('2014-01-02 至 2024-08-30')
  expect(textOf(find(second, 'details'))).toContain('intraday-skewness')
  const first = await followLink(list, find(list.document, 'tr[data-version="1"] a[href^="/data"]'))
  expect(first.address).toBe('/data/1')
  expect(first.document.querySelectorAll('#catalogue tbody tr').length).toBeGreaterThan(0)
  expect(textOf((await getPage('/data/2')).document.body)).toContain('未修订已有数值')
})

test('every page shows version, last day and whether a series is late', async () => {
  for (const path of ['/', '/factors', '/methodology', '/data', '/weeks/2015-07-10']) {
    const lines = textsIn((await getPage(path)).document, '[data-freshness="complete"]')
    expect(lines, path).toEqual(['数据版本 5 最近交易日 2024-08-30'])
  }
  const { document } = await getPage('/en/methodology?version=2')
  expect(textOf(find(document, '[data-freshness]'))).toContain('Data version 2')
})

test('an address of no version, page or market is not found', async () => {
  for (const path of ['/data/6', '/data/0', '/data/x', '/data?page=2', '/data/3?version=2', '/?market=US'])
    expect((await getAnswer(path)).status, path).toBe(404)
  expect((await getAnswer('/data/2?page=x')).status).toBe(400)
})

test('a week with complete data has one line about it', async () => {
  const chinese = await getPage('/weeks/2024-08-30')
  expect(textOf(find(chinese.document, '#data-check'))).toBe('16 条序列截至 2024-08-30 全部通过数据检查。')
  const english = await getPage('/en/weeks/2024-08-30')
  expect(textOf(find(english.document, '#data-check'))).toContain(
    'All 16 series passed the data checks as of 2024-08-30',
  )
})

test('a version without the portfolios names them as late, and keeps the details closed', async () => {
  const { document } = await getPage('/en/weeks/2024-08-30?version=2')
  const strip = find(document, '#data-check')
  expect(textOf(find(strip, 'summary'))).toContain('2 of 16 series need checking: Late: ')
  const findings = textsIn(strip, 'details:not([open]) li')
  expect(findings).toHaveLength(2)
  for (const finding of findings) expect(finding).toMatch(/^Late.+ has no data\.$/)
})

test('an unusual day is named with its date and deviation', async () => {
  const { document } = await getPage('/en/weeks/2015-05-15')
  expect(textsIn(document, '#data-check li')[0]).toMatch(
    /^Outlier.+ the daily long–short return of 2015-05-13, \+4\.74%, is \+10\.5 standard deviations/,
  )
})
