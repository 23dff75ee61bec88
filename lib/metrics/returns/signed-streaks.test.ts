import fc from 'fast-check'
import { expect, it } from 'vitest'
import { signedStreak } from './signed-streak'
import { signedStreaks } from './signed-streaks'

it('begins anew at each change of sign, zero and gap', () => {
  expect(signedStreaks([0.01, 0.02, -0.01, 0, -0, -0.02, null, -0.01, -0.03])).toEqual([
    1,
    2,
    -1,
    0,
    0,
    -1,
    null,
    -1,
    -2,
  ])
  expect(signedStreaks([])).toEqual([])
})

it('is the streak of the values up to each', () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.integer({ min: -2, max: 2 }))), (values) => {
      expect(signedStreaks(values)).toEqual(values.map((_, index) => signedStreak(values.slice(0, index + 1))))
    }),
  )
})
