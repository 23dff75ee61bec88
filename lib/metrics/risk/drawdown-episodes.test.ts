import fc from 'fast-check'
import { expect, it } from 'vitest'
import { expectNear } from '@/lib/testing/metrics/expect-near'
import { readRValues } from '@/lib/testing/metrics/r-values'
import { navRatios } from '@/lib/testing/metrics/return-arbitraries'
import { drawdownEpisodes } from './drawdown-episodes'

const r = readRValues()
const nav = navOf(r.a)

it(`agrees with R's depths: ${r.call('drawdownDepths')}`, () =>
  expectNear(
    drawdownEpisodes(nav).map(({ depth }) => depth),
    r.numbers('drawdownDepths'),
  ))

it(`agrees with R's peaks: ${r.call('drawdownPeaks')}`, () =>
  expect(drawdownEpisodes(nav).map(({ peak }) => peak)).toEqual(r.numbers('drawdownPeaks')))

it('finds each fall with its recovery, the last one still open', () =>
  expect(drawdownEpisodes([1, 0.5, 1, 1, 2, 1.5, 1, 1.5])).toEqual([
    { depth: -0.5, peak: 0, trough: 1, recovery: 2 },
    { depth: -0.5, peak: 4, trough: 6, recovery: null },
  ]))

it('is empty for a line that never falls', () => {
  expect(drawdownEpisodes([1, 1, 2])).toEqual([])
  expect(drawdownEpisodes([])).toEqual([])
})

it('finds falls only: each from its peak to a later trough, recovered at the peak or above', () => {
  fc.assert(
    fc.property(navRatios, (line) => {
      for (const { depth, peak, trough, recovery } of drawdownEpisodes(line)) {
        expect(depth).toBeLessThan(0)
        expect(depth).toBe((line[trough] as number) / (line[peak] as number) - 1)
        expect(peak).toBeLessThan(trough)
        if (recovery !== null) expect(line[recovery]).toBeGreaterThanOrEqual(line[peak] as number)
      }
    }),
  )
})

it('does not depend on where the line begins', () => {
  fc.assert(
    fc.property(navRatios, fc.constantFrom(0.25, 2, 64), (line, factor) => {
      expect(drawdownEpisodes(line.map((ratio) => ratio * factor))).toEqual(drawdownEpisodes(line))
    }),
  )
})

function navOf(returns: readonly number[]): number[] {
  const line = [1]
  for (const value of returns) line.push((line.at(-1) as number) * (1 + value))
  return line
}
