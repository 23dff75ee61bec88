import fc from 'fast-check'
import { expect, it } from 'vitest'
import { lineBounds, outermost } from './line-bounds'
import { divideDays, type SeriesBySpan } from './series-by-span'

const DAYS = Array.from({ length: 30 }, (_, day) => new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10))
const SPANS = divideDays(DAYS, [
  { from: 4, to: 9 },
  { from: 9, to: 17 },
  { from: 17, to: 30 },
])

/** Returns a series by spans from the daily growth of its line from a day on. */
function bySpan(growth: readonly number[], start: number): SeriesBySpan {
  const leg = Float64Array.from(SPANS.spans, ({ from, to }) =>
    growth.slice(Math.max(from, start), Math.max(to, start)).reduce((product, day) => product * day, 1),
  )
  const own = growth.slice(start)
  const daily = { low: Math.min(...own), high: Math.max(...own) }
  const primary = { leg, against: leg.map(() => 1) }
  return { code: 'walk', start, primary, excess: null, hasGap: false, daily }
}

function line(growth: readonly number[], start: number): number[] {
  const values = [1]
  for (const day of growth.slice(start)) values.push((values.at(-1) as number) * day)
  return values
}

const walk = fc.tuple(
  fc.array(fc.double({ min: 0.6, max: 1.6, noNaN: true }), { minLength: DAYS.length, maxLength: DAYS.length }),
  fc.integer({ min: 0, max: DAYS.length - 1 }),
)

it('holds every value of the line between its bounds', () =>
  fc.assert(
    fc.property(walk, ([growth, start]) => {
      const bounds = lineBounds(bySpan(growth, start), SPANS)
      const values = line(growth, start)
      const [low, high] = [Math.min(...values), Math.max(...values)]
      expect(bounds?.possible.low).toBeLessThanOrEqual(low)
      expect(bounds?.possible.high).toBeGreaterThanOrEqual(high)
      expect(bounds?.reached.low).toBeGreaterThanOrEqual(low * (1 - 1e-12))
      expect(bounds?.reached.high).toBeLessThanOrEqual(high * (1 + 1e-12))
    }),
  ))

it('never leaves out the series with the lowest or the highest value', () =>
  fc.assert(
    fc.property(fc.array(walk, { minLength: 1, maxLength: 12 }), (walks) => {
      const lines = walks.map(([growth, start]) => line(growth, start))
      const bounds = walks.map(([growth, start]) => lineBounds(bySpan(growth, start), SPANS))
      const chosen = [[1], ...outermost(lines, bounds)].flat()
      const all = [[1], ...lines].flat()
      expect([Math.min(...chosen), Math.max(...chosen)]).toEqual([Math.min(...all), Math.max(...all)])
    }),
  ))

it('leaves out a line far from the others, and keeps one that lacks a day', () => {
  const [calm, wild] = [
    bySpan(
      DAYS.map(() => 1.001),
      0,
    ),
    bySpan(
      DAYS.map((_, day) => (day % 7 === 3 ? 0.7 : 1.1)),
      0,
    ),
  ]
  const gapped = { ...calm, primary: { ...calm.primary, leg: calm.primary.leg.with(2, Number.NaN) } }
  const series = [calm, wild, gapped, { ...calm, daily: null }, { ...calm, start: DAYS.length }]
  expect(
    outermost(
      [0, 1, 2, 3, 4],
      series.map((own) => lineBounds(own, SPANS)),
    ),
  ).toEqual([1, 2, 3, 4])
})
