import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { COLOURS, THEMES } from '@/lib/base/appearance'
import { CONVENTIONS } from '@/lib/base/convention'
import { LOCALES } from '@/lib/base/locale'
import { PAPERS } from '@/lib/base/paper'
import { DEFAULT_TABLE } from '@/lib/report/table/table-view'
import { anyTableView } from '@/lib/testing/address/any-table-view'
import type { PreferenceCookies } from './preferences'
import { addressOf, parseView, readView, type View, viewSegment } from './view'

const base = {
  ...DEFAULT_TABLE,
  locale: 'zh',
  version: 12,
  latest: 12,
  isPinned: false,
  convention: 'arithmetic',
  theme: 'auto',
  colours: 'red',
  paper: 'a4',
} as const
const read = (query: string, cookies: PreferenceCookies = {}) =>
  readView({ locale: 'zh', latest: 12, search: new URLSearchParams(query), cookies })

describe('viewSegment', () => {
  it('parses to the same view', () => {
    const views = fc
      .record({
        locale: fc.constantFrom(...LOCALES),
        latest: fc.integer({ min: 1, max: 999 }),
        stamp: fc.constantFrom('5f3a9c1e', '00000000', 'none'),
        isPinned: fc.boolean(),
        convention: fc.constantFrom(...CONVENTIONS),
        tables: anyTableView,
        theme: fc.constantFrom(...THEMES),
        colours: fc.constantFrom(...COLOURS),
        paper: fc.constantFrom(...PAPERS),
        parameters: fc.dictionary(fc.constantFrom('from', 'to', 'text', 'series'), fc.string({ unit: 'grapheme' })),
      })
      .chain((view) =>
        fc.integer({ min: view.isPinned ? 1 : view.latest, max: view.latest }).map((version): View => {
          const { tables, ...rest } = view
          return { ...rest, ...tables, version }
        }),
      )
    fc.assert(
      fc.property(views, (view) => {
        expect(parseView(view.locale, viewSegment(view))).toEqual(view)
      }),
    )
  })

  it.each([
    '',
    'v1',
    'v01.5f3a9c1e-arithmetic-family-auto-red',
    'v1.5f3a9c1e-arithmetic-family-auto-blue',
    'v1-arithmetic-family-auto-red',
    'weeks',
    'v1.5f3a9c1e-arithmetic-family-auto-red~',
    'v1.5f3a9c1e-arithmetic-family-auto-red~heat.off',
    'v1.5f3a9c1e-arithmetic-family-auto-red~columns.spark',
    'v1.5f3a9c1e-arithmetic-family-auto-red~heat.on~sort.week',
    'v1.5f3a9c1e-arithmetic-family-auto-red~heat.on~other',
    'v1.5f3a9c1e-arithmetic-family-auto-red~from.2020-01-01~heat.on',
    'v1.5f3a9c1e-arithmetic-family-auto-red~from.2020~from.2021',
    'v1.5f3a9c1e-arithmetic-family-auto-red~text._FF',
    'v1.5f3a9c1e-arithmetic-family-auto-red~text._41',
  ])('does not parse "%s"', (segment) => expect(parseView('zh', segment)).toBeNull())
})

describe('addressOf', () => {
  it('writes only what differs from the default', () => {
    expect(addressOf('/weeks/2024-08-30', base)).toBe('/weeks/2024-08-30')
    expect(addressOf('/', { ...base, locale: 'en' })).toBe('/en')
    expect(addressOf('/factors', { ...base, locale: 'en', convention: 'geometric' })).toBe(
      '/en/factors?convention=geometric',
    )
    expect(addressOf('/#table-1', { ...base, version: 11, isPinned: true, order: 'report' })).toBe(
      '/?version=11&order=report#table-1',
    )
    expect(addressOf('/factors/a?from=2020-01-01#legs', { ...base, convention: 'geometric' })).toBe(
      '/factors/a?from=2020-01-01&convention=geometric#legs',
    )
  })
})

it('parses its own addresses', () => {
  fc.assert(
    fc.property(anyTableView, (tables) => {
      const view = { ...base, ...tables }
      const { search } = new URL(addressOf('/weeks/2024-08-30#table-1', view), 'http://x')
      expect(search).not.toContain('%')
      expect(readView({ locale: 'zh', latest: 12, search: new URLSearchParams(search), cookies: {} })).toEqual(view)
    }),
  )
})

describe('readView', () => {
  it('uses the default when the address has no parameters', () => expect(read('utm_source=mail')).toEqual(base))

  it('uses the parameters and the cookies', () => {
    expect(read('version=11&convention=geometric&order=report', { theme: 'dark', colours: 'cvd' })).toEqual({
      ...base,
      version: 11,
      isPinned: true,
      convention: 'geometric',
      order: 'report',
      theme: 'dark',
      colours: 'cvd',
    })
  })

  it.each([
    'version=13',
    'version=0',
    'version=-1',
    'version=1e3',
    'version=',
    'convention=log',
    'order=x',
    'version=1&version=2',
    'sort=zScore',
    'sort=week&sort=month',
    'columns=',
    'heat=off',
  ])('refuses ?%s', (query) => expect(read(query)).toBeNull())

  it('has the paper of a document before that of the cookie', () => {
    const chosen = read('', { paper: 'letter' })
    expect(chosen).toEqual({ ...base, paper: 'letter' })
    const papers = ['a4', 'letter'].map((paper) => {
      const segment = viewSegment({ ...base, ...chosen, stamp: 'none', parameters: { paper } })
      return parseView('zh', segment)?.paper
    })
    expect(papers).toEqual(['a4', 'letter'])
  })

  it('ignores an invalid cookie', () => expect(read('', { theme: 'pink', colours: '', paper: 'a3' })).toEqual(base))
})
