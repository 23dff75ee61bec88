import fc from 'fast-check'
import { expect, it } from 'vitest'
import { expectNear } from '@/lib/testing/metrics/expect-near'
import { readRValues } from '@/lib/testing/metrics/r-values'
import { roundReturns } from '@/lib/testing/metrics/return-arbitraries'
import { meanToDeviation } from './mean-to-deviation'

const r = readRValues()

it(`agrees with R: ${r.call('meanToDeviation')}`, () => expectNear(meanToDeviation(r.a), r.number('meanToDeviation')))

it('is √2 for 1 and 3: mean 2, deviation √2', () => expectNear(meanToDeviation([1, 3]), Math.SQRT2))

it('is null for fewer than two values and for equal ones', () => {
  expect(meanToDeviation([null, 0.03])).toBeNull()
  expect(meanToDeviation([0.02, null, 0.02])).toBeNull()
})

it('changes its sign with the values, and does not depend on their unit', () => {
  fc.assert(
    fc.property(roundReturns, (values) => {
      const found = meanToDeviation(values)
      expectNear(meanToDeviation(values.map((value) => -2 * value)), found === null ? null : -found)
    }),
  )
})
