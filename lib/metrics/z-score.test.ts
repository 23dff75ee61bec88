import { expect, it } from 'vitest'
import { zScore } from './z-score'

const SINES = Array.from({ length: 60 }, (_, week) => Math.sin(week + 1))

/** R 4.2.2: x <- sin(1:60); (2 - mean(x)) / sd(x) */
it('agrees with R', () => {
  expect(zScore(2, SINES)).toBeCloseTo(2.7707722938659, 12)
})

it('passes over missing windows, and needs a year of weeks', () => {
  const history = [null, ...SINES, null]
  expect(zScore(2, history)).toBe(zScore(2, SINES))
  expect(zScore(2, SINES.slice(0, 51))).toBeNull()
  expect(zScore(2, SINES.slice(0, 52))).not.toBeNull()
})

it('is not known without a value, or where nothing varies', () => {
  expect(zScore(null, SINES)).toBeNull()
  expect(
    zScore(
      1,
      SINES.map(() => 1),
    ),
  ).toBeNull()
})
