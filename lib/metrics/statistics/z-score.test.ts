import fc from 'fast-check'
import { expect, it } from 'vitest'
import { expectNear } from '@/lib/testing/metrics/expect-near'
import { readRValues } from '@/lib/testing/metrics/r-values'
import { zScore } from './z-score'

const SINES = Array.from({ length: 60 }, (_, week) => Math.sin(week + 1))

const r = readRValues()

it(`agrees with R: ${r.call('zScore')}`, () =>
  expectNear(zScore(r.a[519] ?? null, r.a.slice(0, 519)), r.number('zScore')))

it('agrees with R: x <- sin(1:60); (2 - mean(x)) / sd(x)', () =>
  expect(zScore(2, SINES)).toBeCloseTo(2.7707722938659, 12))

it('leaves missing windows out, and needs a year of weeks', () => {
  const history = [null, ...SINES, null]
  expect(zScore(2, history)).toBe(zScore(2, SINES))
  expect(zScore(2, SINES.slice(0, 51))).toBeNull()
  expect(zScore(2, SINES.slice(0, 52))).not.toBeNull()
})

it('is null without a value', () => {
  expect(zScore(null, SINES)).toBeNull()
})

it('is null for a constant history, even where its mean is rounded', () => {
  expect(zScore(1, Array(60).fill(1))).toBeNull()
  expect(zScore(1, Array(60).fill(0.1))).toBeNull()
})

it('does not depend on unit and origin', () => {
  const integer = fc.integer({ min: -100, max: 100 })
  fc.assert(
    fc.property(integer, fc.array(integer, { minLength: 52, maxLength: 80 }), (value, history) => {
      const rescale = (from: number) => 4 * from + 3
      expectNear(zScore(rescale(value), history.map(rescale)), zScore(value, history))
    }),
  )
})
