import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readRValues } from '@/lib/testing/metrics/r-values'
import { signedStreak } from './signed-streak'

const r = readRValues()

it(`agrees with R: ${r.call('signedStreak')}`, () => {
  const found = r.numbers('signedStreak').map((_, index) => signedStreak(r.a.slice(0, 20 * (index + 1))))
  expect(found).toEqual(r.numbers('signedStreak'))
})

it('counts the last values with the same sign', () => {
  expect(signedStreak([0.01, -0.02, -0.01])).toBe(-2)
  expect(signedStreak([-0.01, 0.02])).toBe(1)
  expect(signedStreak([0.01, 0.02, 0.03])).toBe(3)
})

it('ends at a zero and at a missing window', () => {
  expect(signedStreak([0.01, 0, 0.01])).toBe(1)
  expect(signedStreak([-0.01, null, -0.01])).toBe(-1)
  expect(signedStreak([0.01, 0])).toBe(0)
  expect(signedStreak([0.01, -0])).toBe(0)
  expect(signedStreak([0.01, null])).toBeNull()
  expect(signedStreak([])).toBeNull()
})

it('changes its sign with the values', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -2, max: 2 }), { minLength: 1 }), (values) => {
      const mirrored = signedStreak(values.map((value) => -value))
      expect(mirrored).toBe(0 - Number(signedStreak(values)))
    }),
  )
})
