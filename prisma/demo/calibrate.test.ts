import { expect, test } from 'vitest'
import { fitNav, roundReturn, scaleToReturn, shiftSpans, shiftToReturn, signByRank } from './calibrate'

test('shifts every return by the same amount to meet the target', () => {
  // 1.2 × 1.4 = 1.68
  expect(shiftToReturn([0.1, 0.3], 0.68)).toEqual([expect.closeTo(0.2, 12), expect.closeTo(0.4, 12)])
})

test('a single return becomes the target', () => {
  expect(shiftToReturn([0.5], -0.25)).toEqual([expect.closeTo(-0.25, 12)])
})

test('throws for no returns', () => {
  expect(() => shiftToReturn([], 0.1)).toThrow(RangeError)
})

test('shifts the given spans and keeps the rest', () => {
  const spans = [
    { start: 0, end: 1 },
    { start: 2, end: 4 },
  ]
  const shifted = shiftSpans([0.1, 0.2, 0, 0], spans, [0.3, 0.21])
  expect(shifted).toEqual([0.3, 0.2, 0.1, 0.1].map((daily) => expect.closeTo(daily, 12)))
})

test('fits the NAV to a multiple of the benchmark', () => {
  // The benchmark doubles and the series is to double that: 4 times, or 100 % a day over two days.
  expect(fitNav([0, 0, 0.5], [1, 0, 0], { start: 0, end: 2 }, 2)).toEqual([1, 1, 0.5].map((x) => expect.closeTo(x, 12)))
})

test('the largest become wins, the rest losses, none below the floor', () => {
  expect(signByRank([-0.3, 0.4, 0], 2, 0)).toEqual([-0.3, 0.4, 0])
  expect(signByRank([0.3, 0.4, -0.1], 1, 0.4)).toEqual(
    [-0.5, Math.SQRT2 * 0.4, -Math.sqrt(0.17)].map((x) => expect.closeTo(x, 12)),
  )
})

test('gains grow and losses shrink by one factor', () => {
  // 0.1 f − 0.1/f = 0.15 for f = 2.
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
  expect(scaleToReturn([0.1, -0.1], sum, 0.15)).toEqual([expect.closeTo(0.2, 12), expect.closeTo(-0.05, 12)])
  expect(() => scaleToReturn([0.1], sum, -1)).toThrow(RangeError)
})

test('a return has eight decimals and a zero no sign', () => {
  expect(roundReturn(0.123456785)).toBe(0.12345679)
  expect(Object.is(roundReturn(-1e-9), 0)).toBe(true)
})
