import fc from 'fast-check'
import { expect, it } from 'vitest'
import { moments } from '@/lib/metrics/statistics/moments'
import { expectNear } from '@/lib/testing/metrics/expect-near'
import { readRValues } from '@/lib/testing/metrics/r-values'
import { roundReturns } from '@/lib/testing/metrics/return-arbitraries'
import { annualisedVolatility } from './annualised-volatility'
import { returnToRisk } from './return-to-risk'

const r = readRValues()

it(`agrees with R: ${r.call('returnToRisk')}`, () => expectNear(returnToRisk(r.a), r.number('returnToRisk')))

it('is 0 for two returns of ±1 %', () => expect(returnToRisk([0.01, -0.01])).toBe(0))

it('is √2 × √252 for returns of 1 % and 3 %: mean 2 %, deviation √2 %', () =>
  expectNear(returnToRisk([0.01, null, 0.03]), Math.sqrt(2) * Math.sqrt(252)))

it('is null for equal returns, even where their mean is rounded', () =>
  expect(returnToRisk(Array(10).fill(0.1))).toBeNull())

it.each([[[]], [[0.01]], [[null, 0.01, null]]])('is null for fewer than two returns: %j', (returns) =>
  expect(returnToRisk(returns)).toBeNull(),
)

it('is the mean of a year over the annualised volatility', () => {
  fc.assert(
    fc.property(roundReturns, (returns) => {
      const volatility = annualisedVolatility(returns)
      const yearly = (moments(returns)?.mean ?? Number.NaN) * 252
      expectNear(returnToRisk(returns), volatility ? yearly / volatility : null)
    }),
  )
})
