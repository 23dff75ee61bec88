import fc from 'fast-check'
import { expect, it } from 'vitest'
import { expectNear } from '@/lib/testing/metrics/expect-near'
import { readRValues } from '@/lib/testing/metrics/r-values'
import { dailyReturn, dailyReturns } from '@/lib/testing/metrics/return-arbitraries'
import { annualisedReturn, DAYS_PER_YEAR } from './annualised-return'
import { periodReturn } from './period-return'

const r = readRValues()

it(`agrees with R: ${r.call('annualisedReturn')}`, () =>
  expectNear(annualisedReturn(periodReturn(r.a), r.a.length), r.number('annualisedReturn')))

it('is the return of a year itself', () =>
  fc.assert(fc.property(dailyReturn, (total) => expectNear(annualisedReturn(total, DAYS_PER_YEAR), total))))

it('takes the square root of the growth over two years', () =>
  expectNear(annualisedReturn(-0.5, 504), Math.sqrt(0.5) - 1))

it('is null without a return and without a day', () => {
  expect(annualisedReturn(null, 300)).toBeNull()
  expect(annualisedReturn(0.1, 0)).toBeNull()
})

it('is the same for a period and for the period repeated', () => {
  const rateOf = (returns: number[]) => annualisedReturn(periodReturn(returns), returns.length)
  fc.assert(fc.property(dailyReturns, (returns) => expectNear(rateOf([...returns, ...returns]), rateOf(returns))))
})
