import { describe, expect, it } from 'vitest'
import { pageParameters } from '@/lib/address/page-view'
import { VIEW_PARAMETERS, type View } from '@/lib/address/view'
import { DEFAULT_TABLE } from '@/lib/report/table/table-view'
import { PAGE_SCHEMAS, readParameters } from './of-page'
import { pathWith } from './packed'
import { seriesParameters } from './series-parameters'

const read = (path: string, query: string) => readParameters(path, new URLSearchParams(query))

describe('readParameters', () => {
  it("returns the page's parameters in one order and ignores others", () => {
    expect(read('/factors/a', 'to=2024-08-30&utm_source=x&from=2020-01-01')).toEqual({
      from: '2020-01-01',
      to: '2024-08-30',
    })
    expect(Object.keys(read('/portfolios/b', 'to=2024-08-30&from=2020-01-01') ?? {})).toEqual(['from', 'to'])
  })

  it('returns nothing for a page without parameters', () => {
    expect(read('/methodology', 'from=x&from=y')).toEqual({})
    expect(read('/factors/a/more', 'from=x')).toEqual({})
  })

  it.each(['from=', 'from=2020-02-30', 'from=2021-01-01&to=2020-01-01', 'from=2020-01-01&from=2020-01-01'])(
    'refuses "%s"',
    (query) => expect(read('/factors/a', query)).toBeNull(),
  )

  it.each([
    ['1990', { decade: '1990' }],
    ['1994', null],
    ['1990s', null],
    ['', null],
  ])('reads the decade "%s" of the archive', (decade, parameters) =>
    expect(read('/weeks', `decade=${decade}`)).toEqual(parameters),
  )
})

describe('PAGE_SCHEMAS', () => {
  it('contains no parameter of every page, and no name that a path cannot contain', () => {
    const names = PAGE_SCHEMAS.flatMap(({ schema }) => Object.keys(schema.shape))
    expect(names.length).toBeGreaterThan(0)
    for (const name of names) {
      expect(VIEW_PARAMETERS).not.toContain(name)
      expect(name).toMatch(/^[A-Za-z][A-Za-z0-9]*$/)
    }
  })
})

describe('pageParameters', () => {
  const usual = {
    locale: 'zh',
    version: 1,
    latest: 1,
    stamp: 'none',
    isPinned: false,
    convention: 'arithmetic',
  } as const
  const view: View = {
    ...DEFAULT_TABLE,
    ...usual,
    theme: 'auto',
    colours: 'red',
    paper: 'a4',
    parameters: { from: '2020-01-01' },
  }

  it("parses by the page's schema, and throws for values that the proxy rejects", () => {
    expect(pageParameters(seriesParameters, view)).toEqual({ from: '2020-01-01' })
    expect(() => pageParameters(seriesParameters, { ...view, parameters: { from: 'x' } })).toThrow()
  })
})

describe('pathWith', () => {
  it('writes parameters before the anchor, keeps commas, and leaves out undefined ones', () => {
    expect(pathWith('/compare#matrix', { series: 'a,b', from: null, to: undefined })).toBe('/compare?series=a,b#matrix')
    expect(pathWith('/factors?text=x', { text: '偏 &' })).toBe('/factors?text=%E5%81%8F%20%26')
    expect(pathWith('/factors?text=x', {})).toBe('/factors')
  })
})
