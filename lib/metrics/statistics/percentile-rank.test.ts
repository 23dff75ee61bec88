import fc from 'fast-check'
import { expect, it } from 'vitest'
import { expectNear } from '@/lib/testing/metrics/expect-near'
import { readRValues } from '@/lib/testing/metrics/r-values'
import { MIN_HISTORY, percentileRank } from './percentile-rank'

const r = readRValues()
const HUNDRED = Array.from({ length: 100 }, (_, index) => index + 1)

it(`agrees with R: ${r.call('percentileRank')}`, () =>
  expectNear(percentileRank(r.a[519] ?? null, r.a.slice(0, 519)), r.number('percentileRank')))

it(`agrees with R: ${r.call('percentileRankWithTies')}`, () => {
  const rounded = r.a.slice(0, 519).map((value) => Math.round(value * 100) / 100)
  expectNear(percentileRank(0.01, rounded), r.number('percentileRankWithTies'))
})

it("agrees with SciPy: scipy.stats.percentileofscore(range(1, 101), 96, kind='mean') / 100", () =>
  expect(percentileRank(96, HUNDRED)).toBe(0.955))

it('is 0 and 1 outside the history, and a half where all are equal', () => {
  expect(percentileRank(0, HUNDRED)).toBe(0)
  expect(percentileRank(101, HUNDRED)).toBe(1)
  expect(percentileRank(7, Array(60).fill(7))).toBe(0.5)
})

it('is null without a value and for too short a history', () => {
  expect(percentileRank(null, HUNDRED)).toBeNull()
  expect(percentileRank(1, HUNDRED.slice(0, MIN_HISTORY - 1))).toBeNull()
  expect(percentileRank(1, [...HUNDRED.slice(0, MIN_HISTORY - 1), null])).toBeNull()
})

it('adds up to 1 with the rank from above', () => {
  const whole = fc.integer({ min: -20, max: 20 })
  fc.assert(
    fc.property(whole, fc.array(whole, { minLength: MIN_HISTORY, maxLength: 80 }), (value, history) => {
      const mirrored = history.map((earlier) => -earlier)
      expectNear(Number(percentileRank(value, history)) + Number(percentileRank(-value, mirrored)), 1)
    }),
  )
})
