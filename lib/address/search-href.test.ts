import { expect, it } from 'vitest'
import { parseSearchPath, searchHref } from './search-href'

it('parses the addresses that it writes', () => {
  for (const own of [
    { version: 12, stamp: '5f3a9c1e' },
    { version: 12, stamp: '5f3a9c1e', market: 'US.equities-1' },
    { version: 0, stamp: 'none' },
  ]) {
    const address = { ...own, locale: 'en' as const }
    expect(parseSearchPath(searchHref(address).split('/').slice(2))).toEqual(address)
  }
})

it.each([
  'v1.5f3a9c1e/fr.json',
  'v01.5f3a9c1e/zh.json',
  'v1/zh.json',
  'v1.5f3a9c1e/zh',
  'v1.5f3a9c1e/zh.json/x',
  'v1.5f3a9c1e/-/zh.json',
  '',
])('refuses %j', (path) => expect(parseSearchPath(path.split('/'))).toBeNull())
