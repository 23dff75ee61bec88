import fc from 'fast-check'
import { expect, it } from 'vitest'
import { repeatedRun } from './repeated-run'

it('counts equal values at the end, the last one among them', () => {
  expect(repeatedRun([0.01, 0.02, 0.02])).toBe(2)
  expect(repeatedRun([0.01])).toBe(1)
  expect(repeatedRun([0, 0, 0])).toBe(3)
})

it('a missing day ends a run, and a missing last day has none', () => {
  expect(repeatedRun([0.02, null, 0.02])).toBe(1)
  expect(repeatedRun([0.02, 0.02, null])).toBe(0)
  expect(repeatedRun([])).toBe(0)
})

it('a run is as long as it was made, whatever other value came before', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.integer(), fc.integer({ min: 1, max: 40 }), (before, value, length) => {
      const other = before.filter((earlier) => earlier !== value)
      expect(repeatedRun([...other, ...Array.from({ length }, () => value)])).toBe(length)
    }),
  )
})
