import { beforeAll, describe, expect, it } from 'vitest'
import type { Convention } from '@/lib/base/convention'
import { buildReport } from '@/lib/report/build/build-report'
import type { FactorRow } from '@/lib/report/model/report'
import { shanghaiDays } from '@/lib/testing/calendar/shanghai'
import { type Demo, demoInputs, readDemo } from '@/lib/testing/report/demo-inputs'
import { demoHistories, demoLeg, grown, synthetic } from '@/lib/testing/workbench/sample-histories'
import { isAboveYear } from './above-year'
import { bridgeOver, isWindow } from './bridge'
import { type SeriesHistory, seriesHistory } from './history'
import { splitByYear, splitLine } from './leg-split'
import { measuredFactor } from './measured-series'
import { monthsByYears } from './months-by-years'
import { namedReturns } from './named-returns'
import { countedRuns, namedPeriods, periodBetween } from './periods'
import { rollingLines } from './rolling'
import { type PeriodStatistics, periodStatistics, valuesOf } from './statistics'
import type { Span } from './trading-windows'
import { unusualWeek } from './unusual-week'
import { weeklyDistribution } from './weekly-distribution'

let demo: Demo
let factors: SeriesHistory[]
let portfolios: SeriesHistory[]
beforeAll(async () => {
  demo = await readDemo()
  ;({ factors, portfolios } = demoHistories(demo))
})

const CONVENTIONS: Convention[] = ['arithmetic', 'geometric']
const life = (history: SeriesHistory) => periodBetween(history) ?? { from: 0, to: 0 }

const legOf = (code: string, name: string, from: string, to: string) => demoLeg(demo, code, name, from, to)

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
    const history = seriesHistory('factor', measuredFactor({ code: 'new', inception: '2024-03-06' }, raw, days), days)
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
      measuredFactor({ code: 'x', inception: '2025-01-02' }, undefined, days),
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

describe('the legs', () => {
  it('add up, or multiply, to the total in every year, and always multiply at every close', () => {
    for (const history of factors) {
      for (const { long, short, net } of splitByYear(history, life(history), 'arithmetic')) {
        expect(Number(long) + Number(short)).toBeCloseTo(Number(net), 12)
      }
      for (const { long, short, net } of splitByYear(history, life(history), 'geometric')) {
        expect((1 + Number(long)) * (1 + Number(short)) - 1).toBeCloseTo(Number(net), 12)
      }
      const lines = splitLine(history, life(history))
      if (!lines) throw new Error('no split')
      expect(lines.net).toHaveLength(life(history).to - life(history).from + 1)
      const apart = lines.net.map((net, day) => Number(lines.long[day]) * Number(lines.short[day]) - Number(net))
      expect(Math.max(...apart.map(Math.abs))).toBeLessThan(1e-10)
    }
  })

  it('are those of the grid of months in every year, also in one that the period only touches', () => {
    const [history] = factors as [SeriesHistory]
    const span = periodBetween(history, '2021-06-01', '2023-03-31') ?? life(history)
    const totals = new Map(monthsByYears(history, 'arithmetic').map(({ year, total }) => [year, total.value]))
    const years = splitByYear(history, span, 'arithmetic')
    expect(years.map(({ year }) => year)).toEqual(['2021', '2022', '2023'])
    for (const { year, net } of years) expect(net).toBe(totals.get(year))
  })

  it('match a calculation by hand', () => {
    const history = { ...synthetic([0.1, 0.1], [-0.1, 0]), benchmark: [0.05, 0] }
    expect(splitByYear({ ...history, start: 0 }, life(history), 'arithmetic')).toEqual([
      {
        year: '2023',
        long: expect.closeTo(1.21 - 1.05, 12),
        short: expect.closeTo(1.05 - 0.9, 12),
        net: expect.closeTo(1.21 - 0.9, 12),
      },
    ])
    expect(splitLine(history, life(history))).toEqual({
      long: [1, expect.closeTo(1.1 / 1.05, 12), expect.closeTo(1.21 / 1.05, 12)],
      short: [1, expect.closeTo(1.05 / 0.9, 12), expect.closeTo(1.05 / 0.9, 12)],
      net: [1, expect.closeTo(1.1 / 0.9, 12), expect.closeTo(1.21 / 0.9, 12)],
    })
  })

  it('do not exist for a portfolio', () => {
    const [history] = portfolios as [SeriesHistory]
    expect(splitByYear(history, life(history), 'arithmetic')).toEqual([])
    expect(splitLine(history, life(history))).toBeNull()
  })
})

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
  const [rollingA, rollingB] = [rollingLines(usual), rollingLines(other)]
  expect(Number(rollingB.volatility.at(-1)) / Number(rollingA.volatility.at(-1))).toBeCloseTo(Math.sqrt(244 / 252), 12)
  expect(b.tStatistic).toEqual(a.tStatistic)
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
