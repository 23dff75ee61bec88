import { describe, expect, it } from 'vitest'
import { isAboveYear } from '@/lib/analysis/above-year'
import { type SeriesHistory, seriesHistory } from '@/lib/analysis/history'
import { measuredFactor } from '@/lib/analysis/measured-series'
import { countedRuns, namedPeriods, periodBetween } from '@/lib/analysis/periods'
import type { Span } from '@/lib/analysis/trading-windows'
import type { Convention } from '@/lib/base/convention'
import { buildReport } from '@/lib/report/build/build-report'
import type { FactorRow } from '@/lib/report/model/report'
import { shanghaiDays } from '@/lib/testing/calendar/shanghai'
import { demoInputs } from '@/lib/testing/report/demo-inputs'
import { grown, readHistories, synthetic } from '@/lib/testing/workbench/sample-histories'
import { monthsByYears } from './months-by-years'
import { namedReturns } from './named-returns'
import { rollingLines } from './rolling'
import { periodStatistics, valuesOf } from './statistics'
import { unusualWeek } from './unusual-week'
import { weeklyDistribution } from './weekly-distribution'

const { demo, factors, portfolios, legOf } = await readHistories()

const CONVENTIONS: Convention[] = ['arithmetic', 'geometric']
const life = (history: SeriesHistory) => periodBetween(history) ?? { from: 0, to: 0 }

describe('agrees with the report on', () => {
  it.each(CONVENTIONS)('week, month, quarter, year and one year of every series, %s', (convention) => {
    const report = buildReport(demoInputs(demo, '2024-08-30', { convention }))
    const rows = [...report.table1.flatMap((family) => family.rows), ...report.table2]
    for (const history of [...factors, ...portfolios]) {
      const row = rows.find(({ code }) => code === history.code)
      const { week, month, quarter, year, oneYear } = namedReturns(history, history, convention)
      expect([week, month, year]).toEqual([row?.primary.week.value, row?.primary.month.value, row?.primary.year.value])
      expect([quarter, oneYear]).toEqual([row?.standing.quarter.value, row?.standing.oneYear.value])
    }
  })

  it('win rates, streaks, percentiles and drawdowns', () => {
    const report = buildReport(demoInputs(demo, '2024-08-30'))
    const rows: FactorRow[] = report.table1.flatMap((family) => family.rows)
    for (const history of factors) {
      const row = rows.find(({ code }) => code === history.code)
      const unusual = unusualWeek(history, 'arithmetic')
      const year = namedPeriods(history).year ?? life(history)
      const { hits } = periodStatistics(history, year, 'arithmetic')
      expect({ wins: hits.month.wins, periods: hits.month.periods }).toEqual(row?.primary.winRate)
      expect(hits.week.periods).toBe(34)
      expect(unusual?.week.percentile).toBe(row?.primary.week.percentile)
      expect(unusual?.month.percentile).toBe(row?.primary.month.percentile)
      expect(unusual?.streak).toBe(row?.standing.streak)
      expect(unusual?.drawdown?.depth).toBe(row?.standing.drawdown.value)
    }
  })
})

describe('agrees with plain loops on', () => {
  it.each(CONVENTIONS)('three and five years and since inception, per year, %s', (convention) => {
    for (const history of factors.slice(0, 4)) {
      const periods = namedPeriods(history)
      const figures = namedReturns(history, history, convention)
      for (const [name, from] of [
        ['threeYears', '2021-08-31'],
        ['fiveYears', '2019-08-31'],
        ['inception', '2014-01-01'],
      ] as const) {
        const span = periods[name]
        if (!span) throw new Error(`no ${name}`)
        const found = periodStatistics(history, span, convention)
        const [long = [], short = []] = ['long', 'short'].map((leg) => legOf(history.code, leg, from, '2024-08-30'))
        const ratio = grown(long) / grown(short)
        const perYear = ratio ** (252 / long.length) - 1
        expect(found.periodReturn.value).toBeCloseTo(ratio - 1, 10)
        expect(found.annualisedReturn.value).toBeCloseTo(perYear, 10)
        expect(figures[name]).toBeCloseTo(perYear, 10)
      }
    }
  })

  it('the months and the year of the heat map', () => {
    const [history] = factors as [SeriesHistory]
    const [running, before] = monthsByYears(history, 'arithmetic')
    expect([running?.year, before?.year]).toEqual(['2024', '2023'])
    const month = (from: string, to: string) =>
      grown(legOf(history.code, 'long', from, to)) - grown(legOf(history.code, 'short', from, to))
    expect(before?.months[1]?.value).toBeCloseTo(month('2023-02-01', '2023-02-28'), 12)
    expect(before?.total).toEqual({ value: expect.closeTo(month('2023-01-01', '2023-12-31'), 10), isRunning: false })
    expect(running?.months[7]).toEqual({
      value: expect.closeTo(month('2024-08-01', '2024-08-30'), 12),
      isRunning: true,
    })
    expect(running?.months.slice(8)).toEqual([null, null, null, null])
    expect(running?.total.isRunning).toBe(true)
  })

  it('beta and capture of every portfolio, and none of a factor', () => {
    expect(portfolios.length).toBeGreaterThan(1)
    for (const history of portfolios) {
      const [own, index] = ['portfolio', 'benchmark'].map((leg) => legOf(history.code, leg, '2022-01-01', '2023-12-31'))
      const [up, down] = [
        { own: 1, index: 1, months: 0 },
        { own: 1, index: 1, months: 0 },
      ]
      for (const month of Array.from(
        { length: 24 },
        (_, at) => `${2022 + Math.floor(at / 12)}-${twoDigits((at % 12) + 1)}`,
      )) {
        const grownBy = (leg: string) => grown(legOf(history.code, leg, `${month}-01`, `${month}-31`))
        const side = grownBy('benchmark') < 1 ? down : up
        side.own *= grownBy('portfolio')
        side.index *= grownBy('benchmark')
        side.months++
      }
      const span = periodBetween(history, '2022-01-01', '2023-12-31') ?? { from: 0, to: 0 }
      const mean = (side: typeof up, leg: 'own' | 'index') => side[leg] ** (1 / side.months) - 1
      const capture = (side: typeof up) => ({
        value: expect.closeTo(mean(side, 'own') / mean(side, 'index'), 9),
        months: side.months,
      })
      expect(periodStatistics(history, span, 'arithmetic').index).toEqual({
        beta: expect.closeTo(slopeOf(own ?? [], index ?? []), 9),
        days: own?.length,
        upCapture: capture(up),
        downCapture: capture(down),
      })
    }
    const [factor] = factors as [SeriesHistory]
    expect(periodStatistics(factor, life(factor), 'arithmetic').index).toBeNull()
  })

  it('the deepest drawdown and its dates', () => {
    const [history] = factors as [SeriesHistory]
    const rows = demo.rows.filter(({ series }) => series === history.code)
    let [ratio, peak, deepest, at] = [1, 1, 0, '']
    for (const row of rows) {
      ratio *= (1 + Number(row.long)) / (1 + Number(row.short))
      peak = Math.max(peak, ratio)
      if (ratio / peak - 1 < deepest) [deepest, at] = [ratio / peak - 1, String(row.date)]
    }
    const found = periodStatistics(history, life(history), 'arithmetic').maximumDrawdown
    expect([found?.depth, found?.trough]).toEqual([expect.closeTo(deepest, 12), at])
  })
})

describe('has the known result for', () => {
  it('a steady gain of ten basis points a day', () => {
    const history = synthetic(Array(300).fill(0.001))
    const found = periodStatistics(history, life(history), 'arithmetic')
    expect(found.annualisedReturn).toEqual({ value: expect.closeTo(1.001 ** 252 - 1, 12), count: 300, absence: null })
    expect(found.volatility.value).toBe(0)
    expect(found.returnToRisk).toEqual({ value: null, count: 300, absence: 'still' })
    expect(found.maximumDrawdown).toMatchObject({ depth: 0, days: 0 })
    expect(found.hits.day).toMatchObject({ wins: 300, periods: 300 })
    expect(found.hits.day.interval?.high).toBe(1)
  })

  it('a fall of a tenth, made good after two days', () => {
    const history = synthetic([0, 0.1, -0.1, 0, 1 / 0.9 - 1 + 1e-12, 0])
    const { days } = history
    const found = periodStatistics(history, life(history), 'geometric')
    expect(found.maximumDrawdown).toEqual({
      depth: expect.closeTo(-0.1, 12),
      peak: days[1],
      trough: days[2],
      recovery: days[4],
      days: 3,
    })
    expect(found.currentDrawdown).toEqual({ depth: 0, since: days[5], days: 0 })
    expect(found.annualisedReturn).toEqual({ value: null, count: 6, absence: 'short' })
  })

  it('a missing day: no compounded value, and statistics of the known days', () => {
    const returns = Array.from({ length: 300 }, (_, day) => (day === 40 ? null : day % 2 === 0 ? 0.01 : -0.01))
    const history = synthetic(returns)
    const found = periodStatistics(history, life(history), 'arithmetic')
    expect([found.days, found.missing]).toEqual([300, 1])
    expect(found.periodReturn).toEqual({ value: null, count: 300, absence: 'gap' })
    expect(found.annualisedReturn.absence).toBe('gap')
    expect([found.maximumDrawdown, found.currentDrawdown]).toEqual([null, null])
    expect(found.volatility).toMatchObject({ count: 299, absence: null })
    expect(found.hits.day.periods).toBe(299)
    expect(found.hits.week.periods).toBe(countedRuns(history, life(history), 'week').length - 1)
    expect(rollingLines(history).volatility.filter((value) => value !== null)).toHaveLength(300 - 41 - 251)
  })

  it('a single day', () => {
    const history = synthetic([0.01])
    const found = periodStatistics(history, life(history), 'arithmetic')
    expect(found.periodReturn.value).toBeCloseTo(0.01, 15)
    expect([found.volatility.absence, found.tStatistic.absence, found.skewness.absence]).toEqual(['few', 'few', 'few'])
    expect(weeklyDistribution(history, life(history), 'arithmetic')).toBeNull()
  })

  it('a series that began in the middle of a week: no week, month and year, and no earlier days', () => {
    const days = shanghaiDays('2024-01-02', '2024-03-08')
    const dates = days.filter((day) => day >= '2024-03-06')
    const raw = { code: 'new', dates, long: [0.1, 0, 0], short: [0, 0, 0], benchmark: [0, 0, 0] }
    const history = seriesHistory(
      'factor',
      measuredFactor({ code: 'new', inception: '2024-03-06', ended: null }, raw, days),
      days,
    )
    const periods = namedPeriods(history)
    const value = (name: 'week' | 'month' | 'year' | 'inception') =>
      periods[name] && periodStatistics(history, periods[name], 'arithmetic').periodReturn.value
    expect([value('week'), value('month'), value('year')]).toEqual([null, null, null])
    expect(value('inception')).toBeCloseTo(0.1, 12)
    expect(namedReturns(history, history, 'arithmetic')).toMatchObject({ year: null, inception: value('inception') })
    expect([periods.oneYear, periods.fiveYears]).toEqual([null, null])
    const [year] = monthsByYears(history, 'arithmetic')
    expect(year?.months[1]).toBeNull()
    expect(year?.months[2]).toEqual({ value: null, isRunning: true })
  })

  it('a series that has not begun: no period', () => {
    const days = shanghaiDays('2024-01-02', '2024-03-08')
    const history = seriesHistory(
      'factor',
      measuredFactor({ code: 'x', inception: '2025-01-02', ended: null }, undefined, days),
      days,
    )
    expect([history.days, namedPeriods(history).inception, periodBetween(history)]).toEqual([[], null, null])
    expect(unusualWeek(history, 'arithmetic')).toBeNull()
  })
})

describe('periods', () => {
  it('are cut to the life of the series, and null without a day', () => {
    const [history] = factors as [SeriesHistory]
    const dates = (from?: string, to?: string) => {
      const span = periodBetween(history, from, to)
      return span && [history.days[span.from], history.days[span.to - 1]]
    }
    expect(dates()).toEqual(['2014-01-02', '2024-08-30'])
    expect(dates('2020-01-01', '2020-01-05')).toEqual(['2020-01-02', '2020-01-03'])
    expect(dates('1990-01-01', '2099-01-01')).toEqual(['2014-01-02', '2024-08-30'])
    expect(dates('2024-08-31')).toBeNull()
    expect(dates(undefined, '2013-12-31')).toBeNull()
    expect(dates('2024-08-17', '2024-08-18')).toBeNull()
  })

  it('contain the weeks that end in them', () => {
    const [history] = factors as [SeriesHistory]
    const ends = (from: string, to: string) => {
      const span = periodBetween(history, from, to)
      return span && valuesOf(history, span, 'week', 'arithmetic').map(({ end }) => end)
    }
    expect(ends('2024-08-14', '2024-08-29')).toEqual(['2024-08-16', '2024-08-23'])
    expect(ends('2024-08-30', '2024-08-30')).toEqual(['2024-08-30'])
    expect(ends('2024-08-26', '2024-08-27')).toEqual([])
  })

  it('are above a year from the same date a year later on', () => {
    const [history] = factors as [SeriesHistory]
    const dates = ({ from, to }: Span) => [history.days[from] as string, history.days[to - 1] as string] as const
    const isAbove = (from: string, to: string) =>
      isAboveYear(...dates(periodBetween(history, from, to) ?? life(history)))
    expect([isAbove('2015-01-01', '2015-12-31'), isAbove('2023-08-31', '2024-08-30')]).toEqual([false, false])
    expect([isAbove('2023-08-30', '2024-08-30'), isAbove('2023-02-27', '2024-02-29')]).toEqual([true, true])
    expect(isAbove('2023-03-01', '2024-02-29')).toBe(false)
  })
})

it('has every week in the distribution, and the last one in its bin', () => {
  for (const history of factors) {
    const found = weeklyDistribution(history, life(history), 'arithmetic')
    if (!found?.last) throw new Error('no distribution')
    const { histogram, last, count } = found
    expect(histogram.counts.reduce((sum, each) => sum + each, 0)).toBe(count)
    expect(histogram.from + last.bin * histogram.width).toBeLessThanOrEqual(last.value + 1e-12)
    expect(histogram.from + (last.bin + 1) * histogram.width).toBeGreaterThan(last.value - 1e-12)
    expect(last.end).toBe('2024-08-30')
    expect(found.percentile).toBe(unusualWeek(history, 'arithmetic')?.week.percentile)
  }
})

it('ends rolling lines with the last 252 days', () => {
  const [history] = factors as [SeriesHistory]
  const lines = rollingLines(history)
  const span = { from: history.days.length - 252, to: history.days.length }
  const found = periodStatistics(history, span, 'arithmetic')
  expect(lines.volatility.at(-1)).toBeCloseTo(Number(found.volatility.value), 12)
  expect(lines.returnToRisk.at(-1)).toBeCloseTo(Number(found.returnToRisk.value), 10)
  expect(lines.twelveMonths.at(-1)).toBeCloseTo(Number(found.periodReturn.value), 10)
  expect([lines.volatility, lines.returnToRisk, lines.twelveMonths].map(({ length }) => length)).toEqual(
    Array(3).fill(history.days.length),
  )
})

const twoDigits = (value: number) => String(value).padStart(2, '0')

/** Returns the slope of the least squares line through the points (index, own). */
function slopeOf(own: readonly number[], index: readonly number[]): number {
  let [sumX, sumY, sumXY, sumXX] = [0, 0, 0, 0]
  own.forEach((y, day) => {
    const x = Number(index[day])
    sumX += x
    sumY += y
    sumXY += x * y
    sumXX += x * x
  })
  return (own.length * sumXY - sumX * sumY) / (own.length * sumXX - sumX * sumX)
}
