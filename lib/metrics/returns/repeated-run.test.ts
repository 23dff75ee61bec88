import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readRValues } from '@/lib/testing/metrics/r-values'
import { repeatedRun } from './repeated-run'

const r = readRValues()

it(`agrees with R: ${r.call('repeatedRun')}`, () => {
  const rounded = r.a.map((value) => Math.trunc(value * 100))
  const found = r.numbers('repeatedRun').map((_, index) => repeatedRun(rounded.slice(0, 20 * (index + 1))))
  expect(found).toEqual(r.numbers('repeatedRun'))
})

it('counts equal values at the end, the last one included', () => {
  expect(repeatedRun([0.01, 0.02, 0.02])).toBe(2)
  expect(repeatedRun([0.01])).toBe(1)
  expect(repeatedRun([0, 0, 0])).toBe(3)
})

it('is 0 for a missing last day, and ends at a gap', () => {
  expect(repeatedRun([0.02, null, 0.02])).toBe(1)
  expect(repeatedRun([0.02, 0.02, null])).toBe(0)
  expect(repeatedRun([])).toBe(0)
})

it('is the length of the repetition, for any earlier values', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.integer(), fc.integer({ min: 1, max: 40 }), (before, value, length) => {
      const other = before.filter((earlier) => earlier !== value)
      expect(repeatedRun([...other, ...Array.from({ length }, () => value)])).toBe(length)
    }),
  )
})
