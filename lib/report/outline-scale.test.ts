import { describe, expect, it } from 'vitest'
import type { Daily } from './measured-series'
import { outlineScale } from './outline-scale'
import { sampleSeries } from './sample-rows'

const DAYS = ['2023-12-28', '2023-12-29', '2024-01-02', '2024-01-03', '2024-01-08', '2024-01-09']

function seriesOf(leg: Daily, inception = '2023-12-28') {
  return sampleSeries(leg, inception)
}

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
