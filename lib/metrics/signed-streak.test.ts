import fc from 'fast-check'
import { expect, it } from 'vitest'
import { signedStreak } from './signed-streak'

it('counts back as long as the sign stays', () => {
  expect(signedStreak([0.01, -0.02, -0.01])).toBe(-2)
  expect(signedStreak([-0.01, 0.02])).toBe(1)
  expect(signedStreak([0.01, 0.02, 0.03])).toBe(3)
})

it('a zero and a missing window end it', () => {
  expect(signedStreak([0.01, 0, 0.01])).toBe(1)
  expect(signedStreak([-0.01, null, -0.01])).toBe(-1)
  expect(signedStreak([0.01, 0])).toBe(0)
  expect(signedStreak([0.01, -0])).toBe(0)
  expect(signedStreak([0.01, null])).toBeNull()
  expect(signedStreak([])).toBeNull()
})

it('is the other way round for the other side', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -2, max: 2 }), { minLength: 1 }), (values) => {
      const mirrored = signedStreak(values.map((value) => -value))
      expect(mirrored).toBe(0 - Number(signedStreak(values)))
    }),
  )
})
