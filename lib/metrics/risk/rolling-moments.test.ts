import fc from 'fast-check'
import { expect, it } from 'vitest'
import { expectNear } from '@/lib/testing/metrics/expect-near'
import { readRValues } from '@/lib/testing/metrics/r-values'
import { returnsWithGaps } from '@/lib/testing/metrics/return-arbitraries'
import { annualisedVolatility } from './annualised-volatility'
import { rollingMoments } from './rolling-moments'

const r = readRValues()

it(`agrees with R: ${r.call('rollingVolatility')}`, () =>
  expectNear(rollingMoments(r.a, 20).volatility.slice(19), r.numbers('rollingVolatility')))

it(`agrees with R: ${r.call('rollingReturnToRisk')}`, () =>
  expectNear(rollingMoments(r.a, 20).returnToRisk.slice(19), r.numbers('rollingReturnToRisk')))

it('annualises two returns: mean 2 %, deviation √2 %', () => {
  const { volatility, returnToRisk } = rollingMoments([0.01, 0.03], 2)
  expectNear(volatility, [null, 0.01 * Math.sqrt(2 * 252)])
  expectNear(returnToRisk, [null, Math.sqrt(2 * 252)])
})

it('has volatility 0 and no ratio for a constant window, even where its mean is rounded', () => {
  const constant = Array(10).fill(0.1)
  expect(rollingMoments([...r.a.slice(0, 5), ...constant], 4).volatility.at(-1)).toBe(0)
  expect(rollingMoments([...r.a.slice(0, 5), ...constant], 4).returnToRisk.at(-1)).toBeNull()
})

it('is null before the first whole window and for a window with a gap', () =>
  expect(rollingMoments([0.01, null, 0.01, 0.02], 2).volatility.map((value) => value === null)).toEqual([
    true,
    true,
    true,
    false,
  ]))

it('throws for a window below two days', () => {
  expect(() => rollingMoments([1, 2], 1)).toThrow(RangeError)
  expect(() => rollingMoments([1, 2], 2.5)).toThrow(RangeError)
})

it('is the volatility of each window', () => {
  fc.assert(
    fc.property(returnsWithGaps, fc.integer({ min: 2, max: 9 }), (line, days) => {
      const rolling = rollingMoments(line, days)
      expect(rolling.volatility).toHaveLength(line.length)
      for (const [day, volatility] of rolling.volatility.entries()) {
        const window = day + 1 < days ? [] : line.slice(day + 1 - days, day + 1)
        const isWhole = window.length === days && !window.includes(null)
        if (isWhole) expect(volatility).toBeCloseTo(annualisedVolatility(window) ?? Number.NaN, 7)
        else expect(volatility).toBeNull()
      }
    }),
  )
})
