import fc from 'fast-check'
import { expect, it } from 'vitest'
import { navRatio } from '@/lib/metrics/returns/nav-ratio'
import { expectNear } from '@/lib/testing/metrics/expect-near'
import { readRValues } from '@/lib/testing/metrics/r-values'
import { drawdowns } from './drawdown'

const r = readRValues()

it(`agrees with R: ${r.call('drawdowns')}`, () => {
  const found = drawdowns(navRatio(r.a, Array(r.a.length).fill(0)))
  expectNear(
    found.filter((_, day) => day % 20 === 19),
    r.numbers('drawdowns'),
  )
})

it('agrees with R: nav <- c(1, 1.02, 0.97, 1.05, 0.91, 0.99); nav / cummax(nav) - 1', () => {
  const expected = [0, 0, -0.0490196078431373, 0, -0.133333333333333, -0.0571428571428572]
  for (const [day, value] of drawdowns([1, 1.02, 0.97, 1.05, 0.91, 0.99]).entries()) {
    expect(value).toBeCloseTo(Number(expected[day]), 14)
  }
})

it('is the distance from the highest point so far, the start included', () => {
  expect(drawdowns([1, 2, 1.5, 0.5, 2, 4])).toEqual([0, 0, -0.25, -0.75, 0, 0])
  expect(drawdowns([1, 0.9])).toEqual([0, expect.closeTo(-0.1, 15)])
  expect(drawdowns([])).toEqual([])
})

it('is null where the ratio is null', () => expect(drawdowns([1, 2, null, null])).toEqual([0, 0, null, null]))

it('is never positive, zero at the peak, and the same for a line of any height', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0.01, max: 100, noNaN: true }), { minLength: 1 }), (ratios) => {
      const found = drawdowns(ratios)
      expect(found.every((value) => value !== null && value <= 0 && value > -1)).toBe(true)
      expect(found[ratios.indexOf(Math.max(...ratios))]).toBe(0)
      for (const [day, value] of drawdowns(ratios.map((ratio) => 2 * ratio)).entries()) {
        expect(value).toBe(found[day])
      }
    }),
  )
})
