/** The rows of figures, the line of the year and the scale that small multiples share. */
import { describe, expect, it } from 'vitest'
import { tradingDays } from '@/lib/calendar/trading-calendar'
import { barRows } from './bar-rows'
import { lastPoint, lineRows } from './line-rows'
import type { Daily, MeasuredSeries } from './measured-series'
import { outlineScale } from './outline-scale'
import { tradingWindows } from './trading-windows'
import { yearSpark } from './year-spark'

const DAYS = ['2023-12-28', '2023-12-29', '2024-01-02', '2024-01-03', '2024-01-08', '2024-01-09']

function seriesOf(leg: Daily, inception = '2023-12-28'): MeasuredSeries {
  return { code: 'a', inception, primary: { leg, against: leg.map(() => 0) }, excess: null }
}

const line = (series: MeasuredSeries, measure: 'relative-strength' | 'cumulative-excess' = 'relative-strength') =>
  lineRows({ series, days: DAYS, measure, label: 'x' })

describe('lineRows', () => {
  it('starts from the base before the first day', () => {
    expect(line(seriesOf([1, 0, 0, 0, 0, -0.5]))).toEqual({
      shape: 'line',
      measure: 'relative-strength',
      label: 'x',
      dates: ['2023-12-27', ...DAYS],
      values: [1, 2, 2, 2, 2, 2, 1],
    })
    expect(line(seriesOf([1, 0, 0, 0, 0, -0.5]), 'cumulative-excess')?.values).toEqual([0, 1, 1, 1, 1, 1, 0])
  })

  it('starts at inception, and stops at the first missing day', () => {
    const rows = line(seriesOf([null, null, 1, null, 1, 1], '2024-01-01'))
    expect(rows?.dates).toEqual(['2024-01-01', '2024-01-02', '2024-01-03', '2024-01-08', '2024-01-09'])
    expect(rows?.values).toEqual([1, 2, null, null, null])
    expect(rows && lastPoint(rows)).toEqual({ date: '2024-01-02', value: 2 })
  })

  it('has no line before inception, and no last point without a day', () => {
    expect(
      line(
        seriesOf(
          DAYS.map(() => null),
          '2024-01-10',
        ),
      ),
    ).toBeNull()
    const rows = line(seriesOf([null, 0, 0, 0, 0, 0]))
    expect(rows && lastPoint(rows)).toBeNull()
  })
})

describe('barRows', () => {
  it('has both legs and their difference for week, month and year', () => {
    const pair = { leg: [0.9, 0.9, 0.1, 0, 0.2, 0], against: [0, 0, 0, 0, 0.1, 0] }
    const { windows } = barRows({
      pair,
      windows: tradingWindows(DAYS),
      convention: 'geometric',
      labels: { week: 'W', month: 'M', year: 'Y' },
      names: { leg: 'L', against: 'S', net: 'N' },
    })
    expect(windows.map(({ label, bars }) => [label, ...bars.map((bar) => `${bar.role} ${bar.label}`)])).toEqual(
      ['W', 'M', 'Y'].map((label) => [label, 'leg L', 'against S', 'net N']),
    )
    const [week, month, year] = windows.map(({ bars }) => bars.map(({ value }) => value ?? Number.NaN))
    for (const [place, value] of [0.2, 0.1, 1.2 / 1.1 - 1].entries()) expect(week?.[place]).toBeCloseTo(value, 14)
    for (const [place, value] of [0.32, 0.1, 0.2].entries()) expect(month?.[place]).toBeCloseTo(value, 14)
    expect(year).toEqual(month)
  })

  it('keeps the leg that is known where the other is missing', () => {
    const pair = { leg: [0, 0, 0, 0, 0.1, 0], against: [0, 0, 0, 0, null, 0] }
    const labels = { week: 'W', month: 'M', year: 'Y' }
    const names = { leg: 'L', against: 'S', net: 'N' }
    const { windows } = barRows({ pair, windows: tradingWindows(DAYS), convention: 'arithmetic', labels, names })
    expect(windows[0]?.bars.map(({ value }) => value === null)).toEqual([false, true, true])
  })
})

describe('yearSpark', () => {
  const spark = (leg: Daily) => yearSpark(seriesOf(leg).primary, tradingWindows(DAYS))

  it('has the start of the year and the close of each week', () => {
    expect(spark([9, 9, 1, 0, 0, -0.5])).toEqual([1, 2, 1])
    expect(spark([9, 9, 1, 0, null, 0])).toEqual([1, 2, null])
  })

  it('has the cut first week of a year that began within it', () => {
    const days = tradingDays('CN', '2019-12-23', '2020-01-03')
    const leg = days.map((day) => (day === '2019-12-31' || day === '2020-01-02' ? 1 : 0))
    expect(yearSpark({ leg, against: days.map(() => 0) }, tradingWindows(days))).toEqual([1, 2])
  })
})

describe('outlineScale', () => {
  it('spans all lines and the base', () => {
    const late = seriesOf([null, null, 0, 0.5, 0, 0], '2024-01-02')
    const early = seriesOf([0.25, 0, 0, 0, 0, -0.5])
    expect(outlineScale([late, early], DAYS)).toEqual({ from: '2023-12-27', low: 0.625, high: 1.5 })
    expect(outlineScale([late], DAYS)).toEqual({ from: '2024-01-01', low: 1, high: 1.5 })
  })

  it('leaves out what has not started', () => {
    const unborn = seriesOf(
      DAYS.map(() => null),
      '2025-01-02',
    )
    expect(outlineScale([unborn], DAYS)).toBeNull()
    expect(outlineScale([unborn, seriesOf([null, 0, 0, 0, 0, 0])], DAYS)).toEqual({
      from: '2023-12-27',
      low: 1,
      high: 1,
    })
  })
})
