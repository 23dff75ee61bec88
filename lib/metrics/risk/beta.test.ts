import fc from 'fast-check'
import { expect, it } from 'vitest'
import { expectNear } from '@/lib/testing/metrics/expect-near'
import { readRValues } from '@/lib/testing/metrics/r-values'
import { roundReturns } from '@/lib/testing/metrics/return-arbitraries'
import { beta } from './beta'

const r = readRValues()

it('is the correlation times the ratio of the deviations that R has', () => {
  const deviation = r.number('annualisedVolatility') / Math.sqrt(252)
  const ofOther = Math.sqrt(varianceOf(r.b))
  expectNear(beta(r.a, r.b), (r.number('correlation') * deviation) / ofOther)
})

it('is one half for three days, by hand', () => {
  // deviations in %: 0, −1, 1 and −1, 0, 1: products 1, squares 2
  expectNear(beta([0.02, 0.01, 0.03], [-0.01, 0, 0.01]), 0.5)
})

it('leaves out days without data on either side', () =>
  expect(beta([0.02, 0.5, null, -0.01], [0.01, null, 0.3, -0.02])).toBe(beta([0.02, -0.01], [0.01, -0.02])))

it.each([
  [[], []],
  [[0.01], [0.02]],
  [
    [0.01, 0.02],
    [null, 0.02],
  ],
  [
    [0.01, 0.02, 0.03],
    [0.1, 0.1, 0.1],
  ],
])('is null without two days on which the index differs: %j and %j', (returns, index) =>
  expect(beta(returns, index)).toBeNull(),
)

it('throws for series of different lengths', () => expect(() => beta([0.01], [])).toThrow(RangeError))

it('is 1 for the index itself, and follows leverage but not a constant', () => {
  fc.assert(
    fc.property(roundReturns, (index) => {
      fc.pre(new Set(index).size > 1)
      expectNear(beta(index, index), 1)
      expectNear(
        beta(
          index.map((value) => 1.5 * value + 0.002),
          index,
        ),
        1.5,
      )
    }),
  )
})

/** Returns the variance with n − 1 by a plain loop. */
function varianceOf(values: readonly number[]): number {
  let [sum, squares] = [0, 0]
  for (const value of values) sum += value
  for (const value of values) squares += (value - sum / values.length) ** 2
  return squares / (values.length - 1)
}
