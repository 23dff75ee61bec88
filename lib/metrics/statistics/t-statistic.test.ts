import fc from 'fast-check'
import { expect, it } from 'vitest'
import { expectNear } from '@/lib/testing/metrics/expect-near'
import { readRValues } from '@/lib/testing/metrics/r-values'
import { roundReturns } from '@/lib/testing/metrics/return-arbitraries'
import { meanToDeviation } from './mean-to-deviation'
import { tStatistic } from './t-statistic'

const r = readRValues()

it(`agrees with R: ${r.call('tStatistic')}`, () => expectNear(tStatistic(r.a), r.number('tStatistic')))

it('is 2√3 for 1, 2, 3: mean 2, deviation 1', () => expectNear(tStatistic([1, 2, 3]), 2 * Math.sqrt(3)))

it('is null for equal returns, even where their mean is rounded', () =>
  expect(tStatistic(Array(10).fill(0.1))).toBeNull())

it.each([[[]], [[0.01]], [[null, 0.01, null]]])('is null for fewer than two returns: %j', (returns) =>
  expect(tStatistic(returns)).toBeNull(),
)

it('is the mean to deviation × √n, gaps not counted', () => {
  fc.assert(
    fc.property(roundReturns, (returns) => {
      const ratio = meanToDeviation(returns)
      expectNear(tStatistic([null, ...returns]), ratio === null ? null : ratio * Math.sqrt(returns.length))
    }),
  )
})
