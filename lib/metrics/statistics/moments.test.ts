import fc from 'fast-check'
import { expect, it } from 'vitest'
import { expectNear } from '@/lib/testing/metrics/expect-near'
import { readRValues } from '@/lib/testing/metrics/r-values'
import { roundReturns } from '@/lib/testing/metrics/return-arbitraries'
import { moments } from './moments'

const r = readRValues()

it(`agrees with R: ${r.call('moments')}`, () => {
  const [count, mean, deviation] = r.numbers('moments')
  expectNear(moments(r.a), { count, mean, deviation })
})

it('divides the squares by n − 1 and leaves gaps out', () => {
  // mean 5, deviations −3, −1, 4: squares 26
  expectNear(moments([2, null, 4, 9]), { count: 3, mean: 5, deviation: Math.sqrt(13) })
})

it('has deviation exactly 0 for equal values, even where their mean is rounded', () =>
  expect(moments(Array(10).fill(0.1))).toEqual({ count: 10, mean: 0.1, deviation: 0 }))

it.each([[[]], [[0.01]], [[null, 0.01, null]]])('is null for fewer than two values: %j', (values) =>
  expect(moments(values)).toBeNull(),
)

it('moves the mean with a constant, and leaves the deviation', () => {
  fc.assert(
    fc.property(roundReturns, (values) => {
      const found = moments(values)
      const moved = moments(values.map((value) => value + 1))
      expect(moved?.mean).toBeCloseTo((found?.mean ?? Number.NaN) + 1, 12)
      expect(moved?.deviation).toBeCloseTo(found?.deviation ?? Number.NaN, 12)
    }),
  )
})
