import { describe, expect, it } from 'vitest'
import { shanghaiDays } from '@/lib/testing/calendar/shanghai'
import { sampleSeries } from '@/lib/testing/report/sample-rows'
import type { Daily } from './measured-series'
import { tradingWindows } from './trading-windows'
import { yearSpark } from './year-spark'

const DAYS = ['2023-12-28', '2023-12-29', '2024-01-02', '2024-01-03', '2024-01-08', '2024-01-09']

describe('yearSpark', () => {
  const spark = (leg: Daily) => yearSpark(sampleSeries(leg, '2023-12-28').primary, tradingWindows(DAYS))

  it('has the start of the year and the close of each week', () => {
    expect(spark([9, 9, 1, 0, 0, -0.5])).toEqual([1, 2, 1])
    expect(spark([9, 9, 1, 0, null, 0])).toEqual([1, 2, null])
  })

  it('includes the cut first week when the year began within it', () => {
    const days = shanghaiDays('2019-12-23', '2020-01-03')
    const leg = days.map((day) => (day === '2019-12-31' || day === '2020-01-02' ? 1 : 0))
    expect(yearSpark({ leg, against: days.map(() => 0) }, tradingWindows(days))).toEqual([1, 2])
  })
})
