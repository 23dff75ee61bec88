import { expect, test } from 'vitest'
import { attributesIn, find, followLink, getPage, linkNamed, textOf, textsIn } from './client'

/** The demo has five loads: version 1 is the catalogue, 2 the factors' returns, 3 the portfolios', 4 the indices', 5 contributions. */
test('version 5 is the newest and has no notice about its age', async () => {
  const { document } = await getPage('/?version=5')
  expect(document.querySelector('.table-2')).not.toBeNull()
  expect(textOf(document.body)).not.toContain('最新为版本')
})

test('version 2 has no portfolio returns yet, and names its version', async () => {
  const { document } = await getPage('/?version=2')
  expect(textOf(document.body)).toContain('正在查看数据版本 2，最新为版本 5。')
  expect(document.querySelectorAll('.table-1 tr[data-series]')).toHaveLength(14)
  const figures = textsIn(document, '.table-2 td[data-cell] > :first-child')
  expect(new Set(figures)).toEqual(new Set(['—']))
  for (const src of attributesIn(document, 'main picture img', 'src')) expect(src).toMatch(/^\/charts\/v2\./)
})

test('version 1 has no returns', async () => {
  for (const path of ['/', '/factors', '/portfolios', '/weeks', '/weeks/2024-08-30']) {
    const { status, document } = await getPage(`${path}?version=1`)
    expect(status, path).toBe(200)
    expect(textOf(find(document, 'h1')), path).toBe('从自己的数据开始')
    expect(textOf(document.body), path).toContain('版本 1 只含目录')
    expect(textOf(document.body), path).toContain('最新为版本 5')
  }
})

test('the demo has no restatements, so no page mentions them', async () => {
  for (const path of ['/factors', '/factors/improved-reversal', '/weeks/2024-08-30/reconciliation']) {
    const { document } = await getPage(`${path}?version=2`)
    expect(textOf(document.body), path).toContain('正在查看数据版本 2')
    expect(document.querySelector('#restated-week'), path).toBeNull()
  }
})

test('links keep an older version from page to page, up to the link to the newest', async () => {
  const latest = await getPage('/?version=2')
  const before = await followLink(latest, find(latest.document, 'a[data-week="previous"]'))
  expect(before.address).toBe('/weeks/2024-08-23?version=2')
  const factor = await followLink(before, linkNamed(find(before.document, '.table-1'), '改进反转'))
  expect(factor.address).toBe('/factors/improved-reversal?version=2')
  const newest = await followLink(factor, linkNamed(factor.document, '回到最新'))
  expect(newest.address).toBe('/factors/improved-reversal')
  expect(textOf(newest.document.body)).not.toContain('正在查看数据版本')
})

test('the notice about an old version is in the language of the page', async () => {
  const { document } = await getPage('/en/methodology?version=2')
  expect(textOf(document.body)).toContain('You are viewing data version 2; the latest is version 5.')
})

test('the figures of table 1 are the same in the version that first held them', async () => {
  const figuresOf = async (path: string) => textsIn((await getPage(path)).document, '.table-1 td[data-cell]')
  expect(await figuresOf('/')).toEqual(await figuresOf('/?version=2'))
})
