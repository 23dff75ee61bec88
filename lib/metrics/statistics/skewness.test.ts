import fc from 'fast-check'
import { expect, it } from 'vitest'
import { expectNear } from '@/lib/testing/metrics/expect-near'
import { readRValues } from '@/lib/testing/metrics/r-values'
import { roundReturns } from '@/lib/testing/metrics/return-arbitraries'
import { skewness } from './skewness'

const r = readRValues()

it(`agrees with R: ${r.call('skewness')}`, () => expectNear(skewness(r.a), r.number('skewness')))

it('is √6 times the population skewness for 1, 2, 9', () => {
  // mean 4, deviations −3, −2, 5: m2 = 38/3, m3 = 90/3
  expectNear(skewness([1, 2, 9]), Math.sqrt(6) * (30 / (38 / 3) ** 1.5))
})

it('is 0 for values that lie evenly about their mean', () => expect(skewness([1, null, 2, 3])).toBe(0))

it('is null for fewer than three values and for equal ones, even where their mean is rounded', () => {
  expect(skewness([1, 2])).toBeNull()
  expect(skewness([1, null, 2])).toBeNull()
  expect(skewness(Array(10).fill(0.1))).toBeNull()
})

it('changes its sign with the values, and does not depend on their unit', () => {
  fc.assert(
    fc.property(roundReturns, (values) => {
      const found = skewness(values)
      expectNear(skewness(values.map((value) => -2 * value)), found === null ? null : -found)
    }),
  )
})
