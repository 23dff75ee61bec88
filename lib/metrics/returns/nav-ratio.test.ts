import fc from 'fast-check'
import { expect, it } from 'vitest'
import { expectNear } from '@/lib/testing/metrics/expect-near'
import { readRValues } from '@/lib/testing/metrics/r-values'
import { returnPairs } from '@/lib/testing/metrics/return-arbitraries'
import { navRatio } from './nav-ratio'
import { periodReturn } from './period-return'
import { spread } from './spread'

const r = readRValues()

it(`agrees with R: ${r.call('navRatio')}`, () =>
  expectNear(
    navRatio(r.a, r.b).filter((_, day) => day > 0 && day % 20 === 0),
    r.numbers('navRatio'),
  ))

it('starts at 1 and compounds both legs', () => {
  const ratios = navRatio([0.1, 0.1], [0.05, -0.02])
  expect(ratios[0]).toBe(1)
  expect(ratios[2]).toBeCloseTo((1.1 * 1.1) / (1.05 * 0.98), 14)
})

it('is null from a missing day on', () => {
  expect(navRatio([0.1, null, 0.1], [0, 0, 0])).toEqual([1, 1.1, null, null])
  expect(navRatio([0, 0], [null, 0])).toEqual([1, null, null])
})

it('throws for legs of different lengths', () => expect(() => navRatio([0], [])).toThrow(RangeError))

it('ends at the geometric spread of the two period returns', () => {
  fc.assert(
    fc.property(returnPairs, (days) => {
      const [a, b] = [days.map(([long]) => long), days.map(([, short]) => short)]
      const whole = 1 + (spread(periodReturn(a), periodReturn(b), 'geometric') ?? Number.NaN)
      // 1 + period return has an absolute error of 1e-16, and sixty days of −20 % leave 1.5e-6
      expect(Math.abs((navRatio(a, b).at(-1) ?? Number.NaN) / whole - 1)).toBeLessThan(2e-10)
    }),
  )
})

it('is the reciprocal of the ratio of the legs exchanged', () => {
  fc.assert(
    fc.property(returnPairs, (days) => {
      const [a, b] = [days.map(([long]) => long), days.map(([, short]) => short)]
      const exchanged = navRatio(b, a)
      for (const [day, ratio] of navRatio(a, b).entries()) expectNear((ratio ?? Number.NaN) * Number(exchanged[day]), 1)
    }),
  )
})
