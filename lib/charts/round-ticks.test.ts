import fc from 'fast-check'
import { expect, it } from 'vitest'
import { roundTicks } from './round-ticks'

it.each([
  [-0.3, 10.7, 6, [0, 2, 4, 6, 8, 10]],
  [-0.3, 10.7, 3, [0, 5, 10]],
  [0.93, 1.11, 6, [0.95, 1, 1.05, 1.1]],
  [0.21, 0.29, 0, []],
])('from %d to %d are at most %i', (low, high, most, expected) => {
  expect(roundTicks(low, high, most)).toEqual(expected)
})

it('are within the axis, evenly spaced, and never too many', () => {
  const end = fc.double({ min: -1e4, max: 1e4, noNaN: true })
  fc.assert(
    fc.property(
      end,
      fc.double({ min: 0.01, max: 1e4, noNaN: true }),
      fc.integer({ min: 1, max: 9 }),
      (low, span, most) => {
        const values = roundTicks(low, low + span, most)
        expect(values.length).toBeLessThanOrEqual(most)
        const steps = values.slice(1).map((value, index) => value - Number(values[index]))
        for (const step of steps) expect(step).toBeCloseTo(Number(steps[0]), 6)
        for (const value of values) expect(value >= low && value <= low + span).toBe(true)
      },
    ),
  )
})
