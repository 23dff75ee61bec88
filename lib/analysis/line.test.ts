import { describe, expect, it } from 'vitest'
import type { Convention } from '@/lib/base/convention'
import { grown, readHistories, synthetic } from '@/lib/testing/workbench/sample-histories'
import { bridgeOver, isWindow } from './bridge'
import type { SeriesHistory } from './history'
import { namedPeriods, periodBetween } from './periods'
import { rollingLines } from './statistics/rolling'
import { type PeriodStatistics, periodStatistics } from './statistics/statistics'

const { factors, portfolios, legOf } = await readHistories()

const CONVENTIONS: Convention[] = ['arithmetic', 'geometric']

describe('the line figures of a period', () => {
  it('are the same under both conventions, and are those of daily ratios of the file', () => {
    for (const history of [...factors.slice(0, 3), ...portfolios]) {
      const span = periodBetween(history, '2019-03-04', '2022-11-11')
      if (!span) throw new Error('the demo has these days')
      const [arithmetic, geometric] = CONVENTIONS.map((convention) => periodStatistics(history, span, convention))
      const { weeks: _, months: __, ...found } = arithmetic as PeriodStatistics
      expect(geometric).toMatchObject(found)
      const names = history.kind === 'factor' ? ['long', 'short'] : ['portfolio', 'benchmark']
      const [leg = [], against = []] = names.map((name) => legOf(history.code, name, '2019-03-04', '2022-11-11'))
      const daily = leg.map((value, day) => (1 + value) / (1 + Number(against[day])) - 1)
      const mean = daily.reduce((sum, value) => sum + value, 0) / daily.length
      const variance = daily.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (daily.length - 1)
      expect(found.periodReturn.value).toBeCloseTo(grown(daily) - 1, 10)
      expect(found.volatility.value).toBeCloseTo(Math.sqrt(252 * variance), 12)
      expect(found.returnToRisk.value).toBeCloseTo((252 * mean) / Math.sqrt(252 * variance), 10)
      expect(found.tStatistic.value).toBeCloseTo(mean / Math.sqrt(variance / daily.length), 10)
    }
  })

  it('stand beside the window figure with their legs', () => {
    const [history] = factors as [SeriesHistory]
    const { year } = namedPeriods(history)
    if (!year) throw new Error('the demo has a year')
    const [long, short] = ['long', 'short'].map((leg) => grown(legOf(history.code, leg, '2024-01-01', '2024-08-30')))
    expect(bridgeOver(history, year)).toEqual({
      from: '2024-01-02',
      to: '2024-08-30',
      leg: expect.closeTo(Number(long) - 1, 10),
      against: expect.closeTo(Number(short) - 1, 10),
      difference: expect.closeTo(Number(long) - Number(short), 10),
      ratio: expect.closeTo(Number(long) / Number(short) - 1, 10),
    })
    expect([isWindow(history, year), isWindow(history, { ...year, from: year.from + 1 })]).toEqual([true, false])
    const gap = synthetic([0.1, null, 0.1])
    expect(bridgeOver(gap, { from: 0, to: 3 })).toBeNull()
  })
})

it('is annualised by the trading days of its market', () => {
  const drawn = Array.from({ length: 480 }, (_, day) => 0.001 + 0.01 * Math.sin(day * day))
  const usual = synthetic(drawn)
  const other = { ...usual, daysPerYear: 244 }
  const of = (history: typeof usual) => periodStatistics(history, { from: 0, to: 480 }, 'arithmetic')
  const [a, b] = [of(usual), of(other)]
  const total = drawn.reduce((growth, each) => growth * (1 + each), 1)
  expect(b.annualisedReturn.value).toBeCloseTo(total ** (244 / 480) - 1, 12)
  expect(Number(b.volatility.value) / Number(a.volatility.value)).toBeCloseTo(Math.sqrt(244 / 252), 12)
  expect(Number(b.returnToRisk.value) / Number(a.returnToRisk.value)).toBeCloseTo(Math.sqrt(244 / 252), 12)
  const [rollingA, rollingB] = [rollingLines(usual), rollingLines({ ...usual, daysPerYear: 243.6 })]
  expect([rollingA, rollingB].map(({ volatility }) => volatility.findIndex((value) => value !== null))).toEqual(
    [252, 244].map((days) => usual.days.length - 480 + days - 1),
  )
  const growth = (days: number) => drawn.slice(-days).reduce((product, each) => product * (1 + each), 1) - 1
  expect([rollingA, rollingB].map(({ twelveMonths }) => Number(twelveMonths.at(-1)))).toEqual(
    [252, 244].map((days) => expect.closeTo(growth(days), 12)),
  )
  expect(b.tStatistic).toEqual(a.tStatistic)
})
