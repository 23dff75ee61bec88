import fc from 'fast-check'
import { expect, it } from 'vitest'
import { expectNear } from '@/lib/testing/metrics/expect-near'
import { readRValues } from '@/lib/testing/metrics/r-values'
import { dailyReturns } from '@/lib/testing/metrics/return-arbitraries'
import { clusterOrder } from './cluster-order'
import { correlation } from './correlation'

const r = readRValues()

it(`agrees with R's heights: ${r.call('clusterHeights')}`, () =>
  expectNear(
    clusterOrder(correlationDistances(r.series)).merges.map(({ height }) => height),
    r.numbers('clusterHeights'),
  ))

it(`agrees with R's order: ${r.call('clusterOrder')}`, () =>
  expect(clusterOrder(correlationDistances(r.series)).order).toEqual(r.numbers('clusterOrder')))

it('merges the nearest pair, then the group with the third at the mean distance', () =>
  expect(
    clusterOrder([
      [0, 5, 1],
      [5, 0, 3],
      [1, 3, 0],
    ]),
  ).toEqual({
    order: [1, 0, 2],
    merges: [
      { height: 1, members: [0, 2] },
      { height: 4, members: [1, 0, 2] },
    ],
  }))

it('is empty for no series, and has one position for a single series', () => {
  expect(clusterOrder([])).toEqual({ order: [], merges: [] })
  expect(clusterOrder([[0]])).toEqual({ order: [0], merges: [] })
})

it('throws for a matrix that is not square', () => expect(() => clusterOrder([[0, 1]])).toThrow(RangeError))

it('contains every series once, for any distances', () => {
  fc.assert(
    fc.property(fc.array(dailyReturns, { minLength: 1, maxLength: 8 }), (lines) => {
      const distances = lines.map((row, i) =>
        lines.map((column, j) => (i === j ? 0 : Math.abs(i * j + (row[0] ?? 0) + (column[0] ?? 0)))),
      )
      const { order, merges } = clusterOrder(distances)
      expect([...order].sort((a, b) => a - b)).toEqual(lines.map((_, position) => position))
      expect(merges).toHaveLength(lines.length - 1)
    }),
  )
})

function correlationDistances(series: number[][]): number[][] {
  return series.map((a, i) => series.map((b, j) => (i === j ? 0 : 1 - (correlation(a, b) ?? Number.NaN))))
}
