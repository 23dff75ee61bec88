import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  formatBounds,
  formatCount,
  formatLimit,
  formatPercent,
  formatPercentInText,
  formatPercentSize,
  formatPerMille,
  formatRatio,
  formatSigned,
  formatWinRate,
  roundHalfAway,
  signOf,
  wholePercent,
} from './format'

describe('formatPercent', () => {
  it.each([
    [0.0009, '+0.09'],
    [-0.0183, '−1.83'],
    [0, '0.00'],
    [-0.00004, '0.00'],
    [0.00005, '+0.01'],
    [-0.00005, '−0.01'],
    [0.01005, '+1.01'],
    [-0.1059, '−10.59'],
    [null, '—'],
  ])('prints %s as %s', (value, text) => expect(formatPercent(value)).toBe(text))

  it('rounds halves away from zero for both signs', () => {
    fc.assert(
      fc.property(fc.double({ min: -5, max: 5, noNaN: true }), (value) => {
        const there = formatPercent(value).replace(/^[+−]/, '')
        const back = formatPercent(-value).replace(/^[+−]/, '')
        expect(there).toBe(back)
      }),
    )
  })

  it('is never further from the figure than half of the last decimal', () => {
    fc.assert(
      fc.property(fc.double({ min: -5, max: 5, noNaN: true }), (value) => {
        const printed = Number(formatPercent(value).replace('−', '-'))
        expect(Math.abs(printed - value * 100)).toBeLessThanOrEqual(0.005 + 1e-9)
      }),
    )
  })
})

describe('signOf', () => {
  it.each([
    [0.0001, 'up'],
    [-0.0001, 'down'],
    [0.00004, 'flat'],
    [-0.00004, 'flat'],
    [null, 'none'],
  ])('of %s is %s: it follows the printed figure', (value, sign) => expect(signOf(value)).toBe(sign))
})

it('prints a return in running text with its % sign, and its size without its own', () => {
  expect([0.0009, -0.0183, -0.00004, null].map(formatPercentInText)).toEqual(['+0.09%', '−1.83%', '0.00%', '—'])
  expect([0.0009, -0.0183, -0.00004, null].map(formatPercentSize)).toEqual(['0.09%', '1.83%', '0.00%', '—'])
})

it('writes a comma between thousands, before the point alone', () => {
  expect([12.345, -1234.5, 9_999.999_95].map((value) => formatPercent(value))).toEqual([
    '+1,234.50',
    '−123,450.00',
    '+1,000,000.00',
  ])
  expect([999.99, 1000, 764_486.1234].map((value) => formatRatio(value, 4))).toEqual([
    '999.9900',
    '1,000.0000',
    '764,486.1234',
  ])
  expect(formatPercentSize(-12)).toBe('1,200.00%')
})

it('returns 0 only for none and 100 only for all', () => {
  expect([0, 0.004, 0.126, 0.5, 0.994, 0.999, 1].map(wholePercent)).toEqual([0, 1, 13, 50, 99, 99, 100])
})

it('rounds to the given decimals, and returns the sign of the printed figure', () => {
  expect(formatPercent(0.01234, 0)).toBe('+1')
  expect(formatPercent(-0.004, 0)).toBe('0')
  expect(signOf(-0.004, 0)).toBe('flat')
  fc.assert(
    fc.property(fc.double({ min: -5, max: 5, noNaN: true }), fc.nat({ max: 4 }), (value, decimals) => {
      const first = formatPercent(value, decimals).charAt(0)
      expect(signOf(value, decimals)).toBe(first === '+' ? 'up' : first === '−' ? 'down' : 'flat')
    }),
  )
})

describe('roundHalfAway', () => {
  it.each([
    [0.125, 2, 0.13],
    [-0.125, 2, -0.13],
    [1.005, 2, 1.01],
    [2.5, 0, 3],
    [-2.5, 0, -3],
    [-0.001, 2, 0],
  ])('rounds %d to %i decimals: %d', (value, decimals, rounded) => expect(roundHalfAway(value, decimals)).toBe(rounded))

  it('changes nothing when it rounds again, and never returns −0', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.nat({ max: 4 }), (value, decimals) => {
        const once = roundHalfAway(value, decimals)
        expect(roundHalfAway(once, decimals)).toBe(once)
        expect(Object.is(once, -0)).toBe(false)
      }),
    )
  })

  it('throws for an infinite value', () => expect(() => roundHalfAway(Number.POSITIVE_INFINITY, 2)).toThrow(RangeError))
})

it('prints a win rate as wins of periods', () => {
  expect(formatWinRate({ wins: 6, periods: 8 })).toBe('6/8')
  expect(formatWinRate({ wins: 0, periods: 8 })).toBe('0/8')
  expect(formatWinRate({ wins: 0, periods: 0 })).toBe('—')
})

it('prints a NAV unsigned and a ratio signed', () => {
  expect(formatRatio(1.965)).toBe('1.97')
  expect(formatRatio(null)).toBe('—')
  expect(formatSigned(-0.59)).toBe('−0.59')
  expect([formatSigned(0.934), formatSigned(-0.001), formatSigned(null)]).toEqual(['+0.93', '0.00', '—'])
})

it('throws for NaN instead of printing it', () => {
  expect(() => roundHalfAway(Number.NaN, 2)).toThrow(/missing number is null/)
})

it('prints limits and bounds with as few digits as are exact', () => {
  expect([0.3, 0.01, 0.005, 0.07].map(formatLimit)).toEqual(['30%', '1%', '0.5%', '7%'])
  expect([30, 2.5].map(formatPerMille)).toEqual(['3‰', '0.25‰'])
  expect(formatBounds(-0.2, 0.2)).toBe('±0.2')
  expect(formatBounds(-0.1, 0.3)).toBe('[−0.1, 0.3]')
})

describe('formatCount', () => {
  it.each([
    [0, '0'],
    [999, '999'],
    [1000, '1,000'],
    [36_372, '36,372'],
    [1_234_567, '1,234,567'],
  ])('%d', (count, text) => expect(formatCount(count)).toBe(text))
})
