import fc from 'fast-check'
import { expect, it } from 'vitest'
import { expectNear } from '@/lib/testing/metrics/expect-near'
import { readRValues } from '@/lib/testing/metrics/r-values'
import { returnPairs } from '@/lib/testing/metrics/return-arbitraries'
import { correlation } from './correlation'

const r = readRValues()

it(`agrees with R: ${r.call('correlation')}`, () => expectNear(correlation(r.a, r.b), r.number('correlation')))

it('is 1, 0.5 and −1 for three points on a line, off it and on a falling one', () => {
  expectNear(correlation([1, 2, 3], [2, 4, 6]), 1)
  // deviations −1, 0, 1 and −1, 1, 0: products 1, squares 2 and 2
  expectNear(correlation([1, 2, 3], [1, 3, 2]), 0.5)
  expectNear(correlation([1, 2, 3], [3, 2, 1]), -1)
})

it('is null for a constant series, even where its mean is rounded', () =>
  expect(correlation(Array(10).fill(0.1), r.a.slice(0, 10))).toBeNull())

it('counts only periods that both series have, and needs three', () => {
  expect(correlation([1, 2], [2, 1])).toBeNull()
  expect(correlation([1, 2, null, 3], [1, null, 5, 3])).toBeNull()
  expect(correlation([1, 2, null, 3], [2, 4, 9, 6])).toBe(correlation([1, 2, 3], [2, 4, 6]))
})

it('throws for series of different lengths', () => expect(() => correlation([1], [])).toThrow(RangeError))

it('is bounded, symmetric, and 1 for a series with itself', () => {
  fc.assert(
    fc.property(returnPairs, (pairs) => {
      const [a, b] = [pairs.map(([x]) => x), pairs.map(([, y]) => y)]
      const found = correlation(a, b)
      expect(correlation(b, a)).toBe(found)
      if (found !== null) {
        expect(Math.abs(found)).toBeLessThanOrEqual(1)
        expect(correlation(a, a)).toBeCloseTo(1, 12)
      }
    }),
  )
})
