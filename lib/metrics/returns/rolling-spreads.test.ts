import fc from 'fast-check'
import { expect, it } from 'vitest'
import { expectNear } from '@/lib/testing/metrics/expect-near'
import { readRValues } from '@/lib/testing/metrics/r-values'
import { returnsWithGaps } from '@/lib/testing/metrics/return-arbitraries'
import { periodReturn } from './period-return'
import { rollingSpreads } from './rolling-spreads'
import { spread } from './spread'

const r = readRValues()

it(`agrees with R: ${r.call('rollingSpreads')}`, () =>
  expectNear(
    rollingSpreads(r.a, r.b, 20, 'arithmetic').filter((_, start) => start % 20 === 0),
    r.numbers('rollingSpreads'),
  ))

it('compounds each window under the chosen convention', () => {
  expectNear(rollingSpreads([0.5, 0.2, 0], [0, 0.25, 0], 2, 'arithmetic'), [0.8 - 0.25, 0.2 - 0.25])
  expectNear(rollingSpreads([0.5, 0.2, 0], [0, 0.25, 0], 2, 'geometric'), [1.8 / 1.25 - 1, 1.2 / 1.25 - 1])
})

it('is null for a window with a gap, and empty where no window fits', () => {
  expectNear(rollingSpreads([0.1, null, 0.1, 0.1], [0, 0, 0, 0], 2, 'arithmetic'), [null, null, 1.1 ** 2 - 1])
  expect(rollingSpreads([0.1], [0], 2, 'arithmetic')).toEqual([])
})

it('throws for legs of different lengths and for a window below one day', () => {
  expect(() => rollingSpreads([], [], 0, 'arithmetic')).toThrow(RangeError)
  expect(() => rollingSpreads([], [], 1.5, 'arithmetic')).toThrow(RangeError)
  expect(() => rollingSpreads([0], [], 1, 'arithmetic')).toThrow(RangeError)
})

it('is the spread of the two period returns in every window', () => {
  fc.assert(
    fc.property(returnsWithGaps, returnsWithGaps, fc.integer({ min: 1, max: 12 }), (first, second, days) => {
      const length = Math.min(first.length, second.length)
      const [a, b] = [first.slice(0, length), second.slice(0, length)]
      const rolled = rollingSpreads(a, b, days, 'geometric')
      expect(rolled).toHaveLength(Math.max(0, length - days + 1))
      for (const [start, rolledSpread] of rolled.entries()) {
        const [windowA, windowB] = [a.slice(start, start + days), b.slice(start, start + days)]
        const direct = spread(periodReturn(windowA), periodReturn(windowB), 'geometric')
        if (direct === null) expect(rolledSpread).toBeNull()
        else expect(rolledSpread).toBeCloseTo(direct, 9)
      }
    }),
  )
})

it('counts only the first days when their number is given', () => {
  fc.assert(
    fc.property(returnsWithGaps, fc.integer({ min: 1, max: 12 }), fc.nat({ max: 40 }), (a, days, counted) => {
      const n = Math.min(counted, a.length)
      const b = a.toReversed()
      const cut = rollingSpreads(a.slice(0, n), b.slice(0, n), days, 'arithmetic')
      expect(rollingSpreads(a, b, days, 'arithmetic', n)).toEqual(cut)
    }),
  )
})
