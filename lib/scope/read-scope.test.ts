import { expect, it } from 'vitest'
import { EVERYTHING, hasSeries, isLimited, type ReadScope, scopeHash } from './read-scope'

const CLIENT: ReadScope = { markets: ['CN', 'US'], series: null, drafts: false }

it('has one hash for equal scopes, in whatever order they name their codes', () => {
  expect(scopeHash(CLIENT)).toMatch(/^[0-9a-f]{32}$/)
  expect(scopeHash({ drafts: false, series: null, markets: ['US', 'CN', 'US'] })).toBe(scopeHash(CLIENT))
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
