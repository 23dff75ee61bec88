import { expect, it } from 'vitest'
import { EVERYTHING, hasSeries, isLimited, isWithin, type ReadScope, readableUpTo, scopeHash } from './read-scope'

const CLIENT: ReadScope = { markets: ['CN', 'US'], series: null, drafts: false, until: null }

it('has one hash for equal scopes, in whatever order they name their codes', () => {
  expect(scopeHash(CLIENT)).toMatch(/^[0-9a-f]{32}$/)
  expect(scopeHash({ drafts: false, series: null, markets: ['US', 'CN', 'US'], until: null })).toBe(scopeHash(CLIENT))
  expect([scopeHash(EVERYTHING), scopeHash({ ...EVERYTHING })]).toEqual(['all', 'all'])
})

it('has another hash for whatever may be read', () => {
  const scopes: ReadScope[] = [
    EVERYTHING,
    { ...EVERYTHING, drafts: false },
    CLIENT,
    { ...CLIENT, drafts: true },
    { ...CLIENT, markets: ['CN'] },
    { ...CLIENT, markets: [] },
    { ...CLIENT, markets: null, series: ['CN', 'US'] },
    { ...CLIENT, markets: ['CN,US'] },
    { ...CLIENT, series: [] },
    { ...EVERYTHING, until: '2024-08-30' },
    { ...CLIENT, until: '2024-08-30' },
    { ...CLIENT, until: '2024-09-06' },
    { ...CLIENT, until: {} },
    { ...CLIENT, until: { CN: '2024-08-30' } },
    { ...CLIENT, until: { CN: '2024-08-30', US: '2024-08-30' } },
  ]
  expect(new Set(scopes.map(scopeHash)).size).toBe(scopes.length)
})

it('has a series by its market, by its code, or by both', () => {
  const skewness = { code: 'skewness', marketCode: 'CN' }
  const has = (scope: Partial<ReadScope>) => hasSeries({ ...EVERYTHING, ...scope }, skewness)
  expect([has({}), has({ markets: ['CN'] }), has({ series: ['skewness'] })]).toEqual([true, true, true])
  expect([has({ markets: ['US'] }), has({ series: ['value'] }), has({ markets: [] })]).toEqual([false, false, false])
  expect(has({ markets: ['US'], series: ['skewness'] })).toBe(false)
  expect([isLimited(EVERYTHING), isLimited({ ...EVERYTHING, drafts: false }), isLimited(CLIENT)]).toEqual([
    false,
    false,
    true,
  ])
})

it('has dates up to its bound, of all markets or of each', () => {
  const upTo = (until: ReadScope['until'], market = 'CN') =>
    readableUpTo({ ...EVERYTHING, until }, market, '2024-09-06')
  expect([upTo(null), upTo('2024-08-30'), upTo('2024-12-31')]).toEqual(['2024-09-06', '2024-08-30', '2024-09-06'])
  expect([upTo({ CN: '2024-08-30' }), upTo({ CN: '2024-08-30' }, 'US'), upTo({}, 'constructor')]).toEqual([
    '2024-08-30',
    null,
    null,
  ])
  const bounded = { ...EVERYTHING, until: { CN: '2024-08-30' } }
  expect(['2024-08-30', '2024-08-31'].map((date) => isWithin(bounded, 'CN', date))).toEqual([true, false])
  expect(scopeHash({ ...EVERYTHING, until: { US: '2024-08-30', CN: '2024-08-23' } })).toBe(
    scopeHash({ ...EVERYTHING, until: { CN: '2024-08-23', US: '2024-08-30' } }),
  )
})
