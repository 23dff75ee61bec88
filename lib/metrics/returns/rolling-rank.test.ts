import fc from 'fast-check'
import { expect, it } from 'vitest'
import { percentileRank } from '@/lib/metrics/statistics/percentile-rank'
import { returnPairs } from '@/lib/testing/metrics/return-arbitraries'
import { rollingRank } from './rolling-rank'
import { rollingSpreads } from './rolling-spreads'

const zeros = (days: number): number[] => Array.from({ length: days }, () => 0)

it('counts the windows below, ties half, and leaves out those with a gap', () => {
  // 60 days of which the last gains 0.1: 58 windows of two days without it, and one with it.
  const leg = [...zeros(59), 0.1]
  const rank = (value: number, gap?: number) =>
    rollingRank(
      value,
      leg.map((each, day) => (day === gap ? null : each)),
      zeros(60),
      2,
      'arithmetic',
      60,
    )
  expect(rank(0.05)).toBe(58 / 59)
  expect(rank(0)).toBe(29 / 59)
  expect(rank(-0.01)).toBe(0)
  expect(rank(0.05, 10)).toBe(56 / 57)
  expect(rank(0.05, 59)).toBe(1)
})

it('has no value without one, and for a short history', () => {
  expect(rollingRank(null, zeros(60), zeros(60), 2, 'arithmetic', 60)).toBeNull()
  expect(rollingRank(0, zeros(60), zeros(60), 2, 'arithmetic', 52)).toBeNull()
  expect(rollingRank(0, zeros(60), zeros(60), 2, 'arithmetic', 53)).toBe(0.5)
})

it('throws for legs of different lengths and windows without days', () => {
  expect(() => rollingRank(0, zeros(60), zeros(59), 2, 'arithmetic', 60)).toThrow(RangeError)
  expect(() => rollingRank(0, zeros(60), zeros(60), 0, 'arithmetic', 60)).toThrow(RangeError)
})

it('is the percentile rank among the list of spreads', () => {
  const convention = fc.constantFrom('arithmetic' as const, 'geometric' as const)
  const gaps = fc.array(fc.nat(140), { maxLength: 2 })
  fc.assert(
    fc.property(returnPairs, fc.integer({ min: 1, max: 5 }), convention, gaps, (pairs, days, by, missing) => {
      const all = [...pairs, ...pairs, ...pairs, ...pairs]
      const a = all.map(([long], day) => (missing.includes(day) ? null : long))
      const b = all.map(([, short]) => short)
      const value = rollingSpreads(a, b, days, by).find((spread) => spread !== null) ?? null
      const n = Math.max(days, all.length - 3)
      expect(rollingRank(value, a, b, days, by, n)).toBe(percentileRank(value, rollingSpreads(a, b, days, by, n)))
    }),
  )
})
