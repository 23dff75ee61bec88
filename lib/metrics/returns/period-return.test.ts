import fc from 'fast-check'
import { expect, it } from 'vitest'
import { expectNear } from '@/lib/testing/metrics/expect-near'
import { readRValues } from '@/lib/testing/metrics/r-values'
import { dailyReturns } from '@/lib/testing/metrics/return-arbitraries'
import { periodReturn } from './period-return'

const r = readRValues()

it(`agrees with R: ${r.call('periodReturn')}`, () => expectNear(periodReturn(r.a), r.number('periodReturn')))

it('compounds', () => expect(periodReturn([0.1, -0.1, 0.05])).toBeCloseTo(1.1 * 0.9 * 1.05 - 1, 15))

it('is null for an empty window and for a window with a gap', () => {
  expect(periodReturn([])).toBeNull()
  expect(periodReturn([0.01, null, 0.01])).toBeNull()
})

it('chains: two windows make the whole', () => {
  fc.assert(
    fc.property(dailyReturns, dailyReturns, (first, second) => {
      const parts = (1 + (periodReturn(first) ?? Number.NaN)) * (1 + (periodReturn(second) ?? Number.NaN)) - 1
      expectNear(periodReturn([...first, ...second]), parts)
    }),
  )
})

it('counts only the days between two positions when they are given', () => {
  expect(periodReturn([null, 0.5, 0.5, null], 1, 3)).toBe(1.25)
  expect(periodReturn([null, 0.5, 0.5, null], 1, 4)).toBeNull()
  expect(periodReturn([0.5], 1, 1)).toBeNull()
})
