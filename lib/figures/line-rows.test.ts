import { describe, expect, it } from 'vitest'
import type { Daily } from '@/lib/analysis/measured-series'
import { sampleSeries } from '@/lib/testing/report/sample-rows'
import { lastPoint, lineRows } from './line-rows'

const DAYS = ['2023-12-28', '2023-12-29', '2024-01-02', '2024-01-03', '2024-01-08', '2024-01-09']

function seriesOf(leg: Daily, inception = '2023-12-28') {
  return sampleSeries(leg, inception)
}

const line = (
  series: ReturnType<typeof seriesOf>,
  measure: 'relative-strength' | 'cumulative-excess' = 'relative-strength',
) => lineRows({ series, days: DAYS, measure, label: 'x' })

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
