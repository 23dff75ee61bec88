import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readRValues } from '@/lib/testing/metrics/r-values'
import { dailyReturns } from '@/lib/testing/metrics/return-arbitraries'
import { histogram } from './histogram'

const r = readRValues()

it(`agrees with R: ${r.call('histogramRawWidth')}, rounded up, and ${r.call('histogramCounts')}`, () => {
  const found = histogram(r.a)
  expect(r.number('histogramRawWidth')).toBeGreaterThan(0.002)
  expect(found?.width).toBe(0.005)
  expect(found?.counts).toEqual(r.numbers('histogramCounts'))
  expect(found?.from).toBe(Math.floor(Math.min(...r.a) / 0.005) * 0.005)
})

it('has an edge at zero, and counts a value on an edge in the bin above', () => {
  expect(histogram([-1, 1, 1, 2])).toEqual({ width: 1, from: -1, counts: [1, 0, 2, 1] })
  // 0.029 / 0.001 is 28.999999999999996 in floating point
  const found = histogram([-0.03, ...Array(20).fill(0), 0.029])
  expect([found?.width, found?.counts.length, found?.counts[30], found?.counts[59]]).toEqual([0.001, 60, 20, 1])
})

it('widens the bins until there are few enough', () => {
  // interquartile range 0: the width comes from the range alone, 10 / 4 rounded up to 5
  expect(histogram([0, 5, 5, 5, 5, 5, 10], 4)).toEqual({ width: 5, from: 0, counts: [1, 5, 1] })
})

it('leaves gaps out, and is null for equal values', () => {
  expect(histogram([-1, null, 1, 1, 2])).toEqual(histogram([-1, 1, 1, 2]))
  expect(histogram([1, 1])).toBeNull()
  expect(histogram([1])).toBeNull()
  expect(histogram([null])).toBeNull()
})

it('counts every value once, in few bins', () => {
  fc.assert(
    fc.property(dailyReturns, (values) => {
      const found = histogram(values)
      if (found === null) return
      expect(found.counts.reduce((sum, count) => sum + count, 0)).toBe(values.length)
      expect(found.counts.length).toBeLessThanOrEqual(62)
    }),
  )
})
