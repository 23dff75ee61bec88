import { expect, it } from 'vitest'
import { sampleSeries } from '@/lib/testing/report/sample-rows'
import { lineHistory } from './line-history'
import { tradingWindows } from './trading-windows'

/** Two days in each of four weeks. */
const DAYS = [
  ...['2024-01-04', '2024-01-05', '2024-01-11', '2024-01-12'],
  ...['2024-01-25', '2024-01-26', '2024-02-01', '2024-02-02'],
]

function lineOf(leg: (number | null)[], inception = '2024-01-04') {
  return lineHistory(sampleSeries(leg, inception), tradingWindows(DAYS))
}

it('counts a high within a week, and the ISO weeks since the last day at the peak', () => {
  const highs = lineOf([0.1, -0.05, 0.1, -0.2, 0, 0, 0.5, -0.1])?.weeks.map(({ newHigh }) => newHigh)
  expect(highs).toEqual([
    { day: '2024-01-04', weeksSincePeak: 0, isFirst: true },
    { day: '2024-01-11', weeksSincePeak: 1, isFirst: false },
    null,
    { day: '2024-02-01', weeksSincePeak: 3, isFirst: false },
  ])
})

it('is at its peak, but has no new high, on a day without a change there', () => {
  const highs = lineOf([0.1, 0, 0, -0.1, -0.1, 0.1, 0.5, 0])?.weeks.map(({ newHigh }) => newHigh)
  expect(highs?.slice(1)).toEqual([null, null, { day: '2024-02-01', weeksSincePeak: 3, isFirst: false }])
})

it('counts from the inception when the line has never been above its start', () => {
  const [, , , last] = lineOf([-0.1, 0, 0, 0, 0, 0, 0, 0.2])?.weeks ?? []
  expect(last?.newHigh).toEqual({ day: '2024-02-02', weeksSincePeak: 4, isFirst: true })
})

it('gives every close since inception, and the deepest of each week', () => {
  const line = lineOf([null, null, null, -0.5, 0, -0.5, 1, 0], '2024-01-12')
  expect(Array.from(line?.drawdowns ?? [])).toEqual([-0.5, -0.5, -0.75, -0.5, -0.5])
  expect(line?.lastDay).toBe('2024-02-02')
  expect(line?.weeks.map(({ low }) => low)).toEqual([
    { day: '2024-01-12', drawdown: -0.5 },
    { day: '2024-01-26', drawdown: -0.75 },
    { day: '2024-02-01', drawdown: -0.5 },
  ])
})

it('is nothing before inception, and with a missing day', () => {
  expect(lineOf(Array(8).fill(null), '2024-03-01')).toBeNull()
  expect(lineOf([0, 0, null, 0, 0, 0, 0, 0])).toBeNull()
})
