import fc from 'fast-check'
import { expect, it } from 'vitest'
import { expectNear } from '@/lib/testing/metrics/expect-near'
import { readRValues } from '@/lib/testing/metrics/r-values'
import { dailyReturn, dailyReturns } from '@/lib/testing/metrics/return-arbitraries'
import { annualisedReturn, DAYS_PER_YEAR } from './annualised-return'
import { periodReturn } from './period-return'

const r = readRValues()

it(`agrees with R: ${r.call('annualisedReturn')}`, () =>
  expectNear(annualisedReturn(r.a), r.number('annualisedReturn')))

it('is the return of one year if every year has the same returns', () =>
  expectNear(annualisedReturn(Array(252).fill(0.01)), 1.01 ** 252 - 1))

it('takes the square root of the growth over two years', () =>
  expectNear(annualisedReturn([-0.5, ...Array(503).fill(0)]), Math.sqrt(0.5) - 1))

it('is null for a window with a gap and for an empty one', () => {
  expect(annualisedReturn([0.01, null])).toBeNull()
  expect(annualisedReturn([])).toBeNull()
})

it('is the same for a window and for the window repeated', () => {
  fc.assert(
    fc.property(dailyReturns, (returns) =>
      expectNear(annualisedReturn([...returns, ...returns]), annualisedReturn(returns)),
    ),
  )
})

it('is the period return for a window of a year', () => {
  fc.assert(
    fc.property(fc.array(dailyReturn, { minLength: DAYS_PER_YEAR, maxLength: DAYS_PER_YEAR }), (returns) =>
      expectNear(annualisedReturn(returns), periodReturn(returns)),
    ),
  )
})
