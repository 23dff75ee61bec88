import { expect, it } from 'vitest'
import { paletteHref, parsePalettePath } from './search-href'

it('reads the addresses that it writes', () => {
  for (const [version, stamp] of [
    [12, '5f3a9c1e'],
    [0, 'none'],
  ] as const) {
    const address = { version, stamp, locale: 'en' as const }
    expect(parsePalettePath(paletteHref(address).split('/').slice(2))).toEqual(address)
  }
})

it.each(['v1.5f3a9c1e/fr.json', 'v01.5f3a9c1e/zh.json', 'v1/zh.json', 'v1.5f3a9c1e/zh', 'v1.5f3a9c1e/zh.json/x', ''])(
  'refuses %j',
  (path) => expect(parsePalettePath(path.split('/'))).toBeNull(),
)
