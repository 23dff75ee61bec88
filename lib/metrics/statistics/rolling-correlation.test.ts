import fc from 'fast-check'
import { expect, it } from 'vitest'
import { expectNear } from '@/lib/testing/metrics/expect-near'
import { readRValues } from '@/lib/testing/metrics/r-values'
import { returnPairs } from '@/lib/testing/metrics/return-arbitraries'
import { correlation } from './correlation'
import { rollingCorrelation } from './rolling-correlation'

const r = readRValues()

it(`agrees with R: ${r.call('rollingCorrelation')}`, () =>
  expectNear(rollingCorrelation(r.a, r.b, 26).slice(25), r.numbers('rollingCorrelation')))

it('is 1 while both rise, and −1 once one turns', () =>
  expectNear(rollingCorrelation([1, 2, 3, 4, 5], [1, 2, 3, 2, 1], 3), [null, null, 1, 0, -1]))

it('is null before the first whole window, with a gap, and for a constant window', () => {
  expect(rollingCorrelation([1, 2, 3, 5], [null, 2, 3, 4], 3).map((value) => value === null)).toEqual([
    true,
    true,
    true,
    false,
  ])
  expect(rollingCorrelation([1, 2, 3], [5, 5, 5], 3)).toEqual([null, null, null])
})

it('throws for series of different lengths and for a window below three', () => {
  expect(() => rollingCorrelation([1], [], 3)).toThrow(RangeError)
  expect(() => rollingCorrelation([1], [1], 2)).toThrow(RangeError)
  expect(() => rollingCorrelation([1], [1], 3.5)).toThrow(RangeError)
})

it('is the correlation of each window', () => {
  fc.assert(
    fc.property(returnPairs, fc.integer({ min: 3, max: 9 }), (pairs, length) => {
      const [a, b] = [pairs.map(([x]) => x), pairs.map(([, y]) => y)]
      for (const [period, value] of rollingCorrelation(a, b, length).entries()) {
        const start = period + 1 - length
        const direct = start < 0 ? null : correlation(a.slice(start, period + 1), b.slice(start, period + 1))
        expect(value).toBe(direct)
      }
    }),
  )
})
