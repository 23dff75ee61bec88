import fc from 'fast-check'
import { expect, it } from 'vitest'
import { expectNear } from '@/lib/testing/metrics/expect-near'
import { readRValues } from '@/lib/testing/metrics/r-values'
import { roundReturns } from '@/lib/testing/metrics/return-arbitraries'
import { annualisedVolatility } from './annualised-volatility'

const r = readRValues()

it(`agrees with R: ${r.call('annualisedVolatility')}`, () =>
  expectNear(annualisedVolatility(r.a), r.number('annualisedVolatility')))

it('is √2 × √252 % for two returns of ±1 %', () =>
  expectNear(annualisedVolatility([0.01, -0.01]), 0.01 * Math.sqrt(2) * Math.sqrt(252)))

it('is exactly 0 for equal returns, even where their mean is rounded', () =>
  expect(annualisedVolatility(Array(10).fill(0.1))).toBe(0))

it('leaves gaps out', () => expect(annualisedVolatility([0.01, null, 0.03])).toBe(annualisedVolatility([0.01, 0.03])))

it.each([[[]], [[0.01]], [[null, 0.01, null]]])('is null for fewer than two returns: %j', (returns) =>
  expect(annualisedVolatility(returns)).toBeNull(),
)

it('doubles with the returns and ignores a constant and the order', () => {
  fc.assert(
    fc.property(roundReturns, (returns) => {
      const volatility = annualisedVolatility(returns) ?? Number.NaN
      expectNear(annualisedVolatility(returns.map((value) => 2 * value)), 2 * volatility)
      expectNear(annualisedVolatility(returns.map((value) => value + 0.01).reverse()), volatility)
    }),
  )
})
