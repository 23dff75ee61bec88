import fc from 'fast-check'
import { expect, it } from 'vitest'
import { expectNear } from '@/lib/testing/metrics/expect-near'
import { readRValues } from '@/lib/testing/metrics/r-values'
import { NORMAL_95, wilsonInterval } from './wilson-interval'

const r = readRValues()

it.each([
  ['wilson34of52', wilsonInterval(34, 52)],
  ['wilson0of8', wilsonInterval(0, 8)],
  ['wilson8of8', wilsonInterval(8, 8)],
  ['wilson90of100At99', wilsonInterval(90, 100, 2.5758293035489)],
] as const)('agrees with R: %s', (name, found) => {
  const [low, high] = r.numbers(name)
  expectNear(found, { low, high })
})

it(`takes the quantile of R: ${r.call('normal95')}`, () => expectNear(NORMAL_95, r.number('normal95')))

it('is z² / (n + z²) wide after no success', () => expectNear(wilsonInterval(0, 12, 2), { low: 0, high: 4 / (12 + 4) }))

it('is null for no trials', () => expect(wilsonInterval(0, 0)).toBeNull())

it('throws when there are more successes than trials, or fewer than none', () => {
  expect(() => wilsonInterval(3, 2)).toThrow(RangeError)
  expect(() => wilsonInterval(-1, 2)).toThrow(RangeError)
})

it('contains the share, and narrows with more trials', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, share) => {
      const k = Math.round(share * n)
      const [few, many] = [wilsonInterval(k, n), wilsonInterval(4 * k, 4 * n)]
      if (!few || !many) throw new Error('no interval')
      expect(few.low).toBeGreaterThanOrEqual(0)
      expect(few.low).toBeLessThanOrEqual(k / n)
      expect(few.high).toBeGreaterThanOrEqual(k / n)
      expect(few.high).toBeLessThanOrEqual(1)
      expect(many.high - many.low).toBeLessThan(few.high - few.low)
    }),
  )
})

it('mirrors when successes and failures are exchanged', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), fc.nat({ max: 500 }), (n, any) => {
      const k = any % (n + 1)
      const [wins, losses] = [wilsonInterval(k, n), wilsonInterval(n - k, n)]
      expectNear(wins?.low, 1 - Number(losses?.high))
    }),
  )
})
