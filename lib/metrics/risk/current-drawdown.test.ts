import fc from 'fast-check'
import { expect, it } from 'vitest'
import { navRatio } from '@/lib/metrics/returns/nav-ratio'
import { expectNear } from '@/lib/testing/metrics/expect-near'
import { readRValues } from '@/lib/testing/metrics/r-values'
import { navRatios } from '@/lib/testing/metrics/return-arbitraries'
import { currentDrawdown } from './current-drawdown'
import { drawdowns } from './drawdown'

const r = readRValues()
const nav = navRatio(r.a, Array(r.a.length).fill(0))

it(`agrees with R's depth: ${r.call('currentDrawdown')}`, () =>
  expectNear(currentDrawdown(nav)?.depth, r.number('currentDrawdown')))

it(`agrees with R's length: ${r.call('currentDrawdownLength')}`, () =>
  expect(currentDrawdown(nav)?.length).toBe(r.number('currentDrawdownLength')))

it('counts from the last time at the peak', () => {
  expect(currentDrawdown([1, 2, 2, 1])).toEqual({ depth: -0.5, peak: 2, length: 1 })
  expect(currentDrawdown([1, 2])).toEqual({ depth: 0, peak: 1, length: 0 })
  expect(currentDrawdown([1, 1, 1])).toEqual({ depth: 0, peak: 2, length: 0 })
})

it('is null for an empty line and for a line with a gap', () => {
  expect(currentDrawdown([])).toBeNull()
  expect(currentDrawdown([1, null])).toBeNull()
})

it('is the last of the drawdowns, below the highest ratio of the line', () => {
  fc.assert(
    fc.property(navRatios, (line) => {
      const current = currentDrawdown(line)
      expect(current?.depth).toBe(drawdowns(line).at(-1))
      expect(line[current?.peak ?? -1]).toBe(Math.max(...line))
    }),
  )
})
