import { describe, expect, it } from 'vitest'
import { pageParameters } from '@/lib/address/page-view'
import { VIEW_PARAMETERS, type View } from '@/lib/address/view'
import { USUAL_TABLE } from '@/lib/report/table/table-view'
import { PAGE_SCHEMAS, readParameters } from './of-page'
import { pathWith } from './packed'
import { seriesParameters } from './series-parameters'

const read = (path: string, query: string) => readParameters(path, new URLSearchParams(query))

describe('readParameters', () => {
  it('takes what the page knows, in one order, and leaves the rest alone', () => {
    expect(read('/factors/a', 'to=2024-08-30&utm_source=x&from=2020-01-01')).toEqual({
      from: '2020-01-01',
      to: '2024-08-30',
    })
    expect(Object.keys(read('/portfolios/b', 'to=2024-08-30&from=2020-01-01') ?? {})).toEqual(['from', 'to'])
  })

  it('asks nothing of a page that knows none', () => {
    expect(read('/weeks', 'from=x&from=y')).toEqual({})
    expect(read('/factors/a/more', 'from=x')).toEqual({})
  })

  it.each(['from=', 'from=2020-02-30', 'from=2021-01-01&to=2020-01-01', 'from=2020-01-01&from=2020-01-01'])(
    'refuses "%s"',
    (query) => expect(read('/factors/a', query)).toBeNull(),
  )
})

describe('PAGE_SCHEMAS', () => {
  it('names no parameter that every page knows, nor one that a path cannot hold', () => {
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
  const view: View = { ...USUAL_TABLE, ...usual, theme: 'auto', colours: 'red', parameters: { from: '2020-01-01' } }

  it("reads by the page's schema; what the proxy would have refused is no page", () => {
    expect(pageParameters(seriesParameters, view)).toEqual({ from: '2020-01-01' })
    expect(() => pageParameters(seriesParameters, { ...view, parameters: { from: 'x' } })).toThrow()
  })
})

describe('pathWith', () => {
  it('writes what is asked before the anchor, commas as they are, and leaves out what is not', () => {
    expect(pathWith('/compare#matrix', { series: 'a,b', from: null, to: undefined })).toBe('/compare?series=a,b#matrix')
    expect(pathWith('/factors?text=x', { text: '偏 &' })).toBe('/factors?text=%E5%81%8F%20%26')
    expect(pathWith('/factors?text=x', {})).toBe('/factors')
  })
})
