import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readRValues } from '@/lib/testing/metrics/r-values'
import { returnsWithGaps } from '@/lib/testing/metrics/return-arbitraries'
import { extremes } from './extremes'

const r = readRValues()

it(`agrees with R: ${r.call('extremes')}`, () => {
  const [best, worst] = r.numbers('extremes')
  expect(extremes(r.a)).toEqual({ best, worst })
})

it('names the first of equal values', () => {
  expect(extremes([0.01, null, -0.02, 0.01])).toEqual({ best: 0, worst: 2 })
  expect(extremes([null, 0, 0])).toEqual({ best: 1, worst: 1 })
})

it('is null when no value is known', () => {
  expect(extremes([null])).toBeNull()
  expect(extremes([])).toBeNull()
})

it('bounds every known value', () => {
  fc.assert(
    fc.property(returnsWithGaps, (values) => {
      const known = values.filter((value) => value !== null)
      const found = extremes(values)
      expect(found === null).toBe(known.length === 0)
      if (found === null) return
      expect(known.every((value) => value <= Number(values[found.best]))).toBe(true)
      expect(known.every((value) => value >= Number(values[found.worst]))).toBe(true)
    }),
  )
})
