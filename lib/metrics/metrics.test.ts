import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { navRatio } from './nav-ratio'
import { HISTORY_AT_LEAST, percentileRank } from './percentile-rank'
import { periodReturn } from './period-return'
import { rollingSpreads } from './rolling-spreads'
import { spread } from './spread'
import { winRate } from './win-rate'

const dailyReturn = fc.double({ min: -0.2, max: 0.2, noNaN: true })
const dailyReturns = fc.array(dailyReturn, { minLength: 1, maxLength: 40 })
const withGaps = fc.array(fc.option(dailyReturn, { freq: 8 }), { maxLength: 40 })

describe('periodReturn', () => {
  it('compounds', () => expect(periodReturn([0.1, -0.1, 0.05])).toBeCloseTo(1.1 * 0.9 * 1.05 - 1, 15))
  it('has no value without a day or with a day missing', () => {
    expect(periodReturn([])).toBeNull()
    expect(periodReturn([0.01, null, 0.01])).toBeNull()
  })
  it('chains: two windows make the whole', () => {
    fc.assert(
      fc.property(dailyReturns, dailyReturns, (first, second) => {
        const parts = (1 + (periodReturn(first) ?? Number.NaN)) * (1 + (periodReturn(second) ?? Number.NaN)) - 1
        expect(periodReturn([...first, ...second])).toBeCloseTo(parts, 12)
      }),
    )
  })
})

describe('spread', () => {
  it('follows the convention', () => {
    expect(spread(0.1, 0.05, 'arithmetic')).toBeCloseTo(0.05, 15)
    expect(spread(0.1, 0.05, 'geometric')).toBeCloseTo(1.1 / 1.05 - 1, 15)
    expect(spread(null, 0.05, 'arithmetic')).toBeNull()
  })
  it('has the same sign under both conventions, so that win rates agree', () => {
    const leg = fc.integer({ min: -9_000, max: 20_000 }).map((bps) => bps / 10_000)
    fc.assert(
      fc.property(leg, leg, (a, b) => {
        expect(Math.sign(spread(a, b, 'geometric') ?? Number.NaN)).toBe(
          Math.sign(spread(a, b, 'arithmetic') ?? Number.NaN),
        )
      }),
    )
  })
})

describe('winRate', () => {
  it('counts strictly positive periods among those with a value', () => {
    expect(winRate([0.01, 0, -0.02, null, 0.001])).toEqual({ wins: 2, periods: 4 })
    expect(winRate([])).toEqual({ wins: 0, periods: 0 })
  })
})

describe('navRatio', () => {
  it('starts at 1 and compounds both legs', () => {
    const ratios = navRatio([0.1, 0.1], [0.05, -0.02])
    expect(ratios[0]).toBe(1)
    expect(ratios[2]).toBeCloseTo((1.1 * 1.1) / (1.05 * 0.98), 14)
  })
  it('has no value from a missing day on', () =>
    expect(navRatio([0.1, null, 0.1], [0, 0, 0])).toEqual([1, 1.1, null, null]))
  it('ends where the legs as wholes do', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(dailyReturn, dailyReturn), { minLength: 1, maxLength: 60 }), (days) => {
        const [a, b] = [days.map(([long]) => long), days.map(([, short]) => short)]
        const whole = spread(periodReturn(a), periodReturn(b), 'geometric') ?? Number.NaN
        expect((navRatio(a, b).at(-1) ?? Number.NaN) - 1).toBeCloseTo(whole, 10)
      }),
    )
  })
  it('refuses legs of different length', () => expect(() => navRatio([0], [])).toThrow(RangeError))
})

describe('rollingSpreads', () => {
  it('is the spread of the two period returns in every window', () => {
    fc.assert(
      fc.property(withGaps, withGaps, fc.integer({ min: 1, max: 12 }), (first, second, days) => {
        const length = Math.min(first.length, second.length)
        const [a, b] = [first.slice(0, length), second.slice(0, length)]
        const rolled = rollingSpreads(a, b, days, 'geometric')
        expect(rolled).toHaveLength(Math.max(0, length - days + 1))
        for (const [start, rolledSpread] of rolled.entries()) {
          const [windowA, windowB] = [a.slice(start, start + days), b.slice(start, start + days)]
          const direct = spread(periodReturn(windowA), periodReturn(windowB), 'geometric')
          if (direct === null) expect(rolledSpread).toBeNull()
          else expect(rolledSpread).toBeCloseTo(direct, 9)
        }
      }),
    )
  })
  it('refuses a window that is none', () => expect(() => rollingSpreads([], [], 0, 'arithmetic')).toThrow(RangeError))
})

describe('percentileRank', () => {
  // scipy.stats.percentileofscore(range(1, 101), 96, kind='mean') / 100 = 0.955
  const history = Array.from({ length: 100 }, (_, index) => index + 1)
  it('counts ties half', () => expect(percentileRank(96, history)).toBe(0.955))
  it('reaches 0 and 1 outside the history', () => {
    expect(percentileRank(0, history)).toBe(0)
    expect(percentileRank(101, history)).toBe(1)
  })
  it('says nothing without a value or with too short a history', () => {
    expect(percentileRank(null, history)).toBeNull()
    expect(percentileRank(1, history.slice(0, HISTORY_AT_LEAST - 1))).toBeNull()
    expect(percentileRank(1, [...history.slice(0, HISTORY_AT_LEAST - 1), null])).toBeNull()
  })
})
