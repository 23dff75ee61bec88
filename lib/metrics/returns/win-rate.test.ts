import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readRValues } from '@/lib/testing/metrics/r-values'
import { returnsWithGaps } from '@/lib/testing/metrics/return-arbitraries'
import { winRate } from './win-rate'

const r = readRValues()

it(`agrees with R: ${r.call('winRate')}`, () => {
  const [wins, periods] = r.numbers('winRate')
  expect(winRate(r.a)).toEqual({ wins, periods })
})

it('counts strictly positive periods among those with a value', () => {
  expect(winRate([0.01, 0, -0.02, null, 0.001])).toEqual({ wins: 2, periods: 4 })
  expect(winRate([0, 0])).toEqual({ wins: 0, periods: 2 })
})

it('is 0 of 0 when no period has a value', () => {
  expect(winRate([])).toEqual({ wins: 0, periods: 0 })
  expect(winRate([null])).toEqual({ wins: 0, periods: 0 })
})

it('splits the periods with a value into wins, losses and zeros', () => {
  fc.assert(
    fc.property(returnsWithGaps, (spreads) => {
      const { wins, periods } = winRate(spreads)
      const losses = winRate(spreads.map((value) => (value === null ? null : -value))).wins
      expect(wins + losses + spreads.filter((value) => value === 0).length).toBe(periods)
    }),
  )
})
