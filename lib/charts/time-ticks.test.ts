import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, decimalYear } from '@/lib/base/dates'
import { timeTicks } from './time-ticks'

describe('timeTicks', () => {
  it('marks years, fewer of them if necessary', () => {
    expect(timeTicks('2013-12-31', '2024-08-30', 632, 84).map(({ label }) => label)).toEqual([
      '2014',
      '2016',
      '2018',
      '2020',
      '2022',
      '2024',
    ])
    expect(timeTicks('2013-12-31', '2024-08-30', 1284, 84).map(({ label }) => label)).toHaveLength(11)
  })

  it('puts year marks at the first of January', () => {
    expect(timeTicks('2013-12-31', '2016-08-30', 632, 84)[0]).toEqual({ at: 2014, label: '2014' })
  })

  it('marks months when the span contains fewer than two New Years', () => {
    expect(timeTicks('2023-11-15', '2024-03-20', 520, 84).map(({ label }) => label)).toEqual([
      '2023-12',
      '2024-01',
      '2024-02',
      '2024-03',
    ])
  })

  it('marks days within a month, and a single day', () => {
    expect(timeTicks('2024-08-26', '2024-08-30', 500, 84).map(({ label }) => label)).toEqual([
      '08-26',
      '08-27',
      '08-28',
      '08-29',
      '08-30',
    ])
    expect(timeTicks('2024-08-30', '2024-08-30', 500, 84).map(({ label }) => label)).toEqual(['08-30'])
  })

  it('keeps the distance for any span', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 15_000 }),
        fc.integer({ min: 0, max: 9_000 }),
        fc.integer({ min: 150, max: 1300 }),
        (days, shift, widthPx) => {
          const from = addDays('2000-01-01', shift)
          const to = addDays(from, days)
          const ticks = timeTicks(from, to, widthPx, 64)
          const pxPerYear = widthPx / (decimalYear(to) - decimalYear(from))
          const gaps = ticks.slice(1).map(({ at }, index) => (at - (ticks[index]?.at ?? at)) * pxPerYear)
          expect(ticks.length).toBeGreaterThan(0)
          // A leap year is a day longer, February three days shorter than other months.
          for (const gap of gaps) expect(gap).toBeGreaterThan(64 * 0.9)
        },
      ),
    )
  })
})
