import fc from 'fast-check'
import { expect, it } from 'vitest'
import { expectNear } from '@/lib/testing/metrics/expect-near'
import { roundReturns } from '@/lib/testing/metrics/return-arbitraries'
import { captureRatio } from './capture-ratio'

const INDEX = [0.04, -0.02, 0.01, -0.05]
const PORTFOLIO = [0.05, -0.01, 0.02, -0.04]

it('compounds the months in which the index rose, or fell', () => {
  expectNear(captureRatio(PORTFOLIO, INDEX, 'up'), ((1.05 * 1.02) ** 0.5 - 1) / ((1.04 * 1.01) ** 0.5 - 1))
  expectNear(captureRatio(PORTFOLIO, INDEX, 'down'), ((0.99 * 0.96) ** 0.5 - 1) / ((0.98 * 0.95) ** 0.5 - 1))
})

it('is below zero for a portfolio that rose while its index fell', () =>
  expectNear(captureRatio([0.01], [-0.02], 'down'), -0.5))

it('counts a month in which the index stood still as one in which it rose', () =>
  expectNear(captureRatio([0.03, 0], [0.0201, 0], 'up'), (1.03 ** 0.5 - 1) / (1.0201 ** 0.5 - 1)))

it('leaves out months without data on either side', () =>
  expect(captureRatio([0.05, null, 0.2, 0.02], [0.04, 0.5, null, 0.01], 'up')).toBe(
    captureRatio([0.05, 0.02], [0.04, 0.01], 'up'),
  ))

it('is null without such a month, and for an index that did not move', () => {
  expect(captureRatio([], [], 'up')).toBeNull()
  expect(captureRatio([0.01], [0.02], 'down')).toBeNull()
  expect(captureRatio([0.01, 0.02], [0, 0], 'up')).toBeNull()
})

it('throws for series of different lengths', () => expect(() => captureRatio([0.01], [], 'up')).toThrow(RangeError))

it('is 1 for the index itself', () => {
  fc.assert(
    fc.property(roundReturns, (index) => {
      for (const market of ['up', 'down'] as const) {
        const found = captureRatio(index, index, market)
        if (found !== null) expectNear(found, 1)
      }
    }),
  )
})
