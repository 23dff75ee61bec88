import { expect, it } from 'vitest'
import { limitOf } from './get-archive'

const weeks = (...averages: (number | null)[]) => averages.map((average) => ({ average }))

it('returns the smallest round limit that 95% of the weeks stay within', () => {
  const calm = Array.from({ length: 19 }, () => 0.004)
  expect(limitOf(weeks(...calm, -0.2))).toBe(0.005)
  expect(limitOf(weeks(...calm.slice(1), -0.2, 0.009))).toBe(0.01)
  expect(limitOf(weeks(-0.03, null, 0.01))).toBe(0.03)
})

it('returns a limit for stores without a value and for extreme ones', () => {
  expect(limitOf(weeks(null, null))).toBe(0.0025)
  expect(limitOf(weeks(-0.5, 0.4))).toBe(0.1)
})
