import fc from 'fast-check'
import { expect, it } from 'vitest'
import { navRatio } from '@/lib/metrics/returns/nav-ratio'
import { expectNear } from '@/lib/testing/metrics/expect-near'
import { readRValues } from '@/lib/testing/metrics/r-values'
import { navRatios } from '@/lib/testing/metrics/return-arbitraries'
import { drawdowns } from './drawdown'
import { maximumDrawdown } from './maximum-drawdown'

const r = readRValues()
const found = maximumDrawdown(navRatio(r.a, Array(r.a.length).fill(0)))

it.each([
  ['maximumDrawdown', found?.depth],
  ['maximumDrawdownPeak', found?.peak],
  ['maximumDrawdownTrough', found?.trough],
  ['maximumDrawdownRecovery', found?.recovery],
] as const)('agrees with R: %s', (name, value) => expectNear(value, r.number(name)))

it('is the first of the deepest falls', () => {
  expect(maximumDrawdown([1, 0.5, 1, 2, 1])).toEqual({ depth: -0.5, peak: 0, trough: 1, recovery: 2 })
  expect(maximumDrawdown([1, 0.75, 1, 0.5])).toEqual({ depth: -0.5, peak: 2, trough: 3, recovery: null })
})

it('has depth 0 for a line that never falls', () =>
  expect(maximumDrawdown([1, 1, 1.5])).toEqual({ depth: 0, peak: 0, trough: 0, recovery: 0 }))

it('is null for fewer than two ratios and for a line with a gap', () => {
  expect(maximumDrawdown([1])).toBeNull()
  expect(maximumDrawdown([1, 2, null])).toBeNull()
})

it('is the least of the drawdowns', () => {
  fc.assert(
    fc.property(navRatios, (line) => {
      const all = drawdowns(line).map((depth) => depth ?? Number.NaN)
      expect(maximumDrawdown(line)?.depth).toBe(Math.min(...all))
    }),
  )
})
