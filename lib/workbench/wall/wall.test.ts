import { beforeAll, describe, expect, it } from 'vitest'
import { periodsOf, type WallParameters, wallParameters } from '@/lib/address/parameters/wall-parameters'
import type { SeriesHistory } from '@/lib/analysis/history'
import { PERIOD_NAMES } from '@/lib/analysis/periods'
import type { NamedReturns } from '@/lib/analysis/statistics/named-returns'
import { seriesHistories } from '@/lib/report/build/series-histories'
import type { SummaryRow } from '@/lib/report/model/report'
import { type Demo, readDemo } from '@/lib/testing/report/demo-inputs'
import { filterWall, sortWall, type WallSeries, wallFigures, withSign } from './wall'

const figuresOf = (week: number | null): NamedReturns =>
  Object.fromEntries(PERIOD_NAMES.map((name) => [name, name === 'week' ? week : null])) as NamedReturns

function seriesOf(code: string, family: string, rebalance: 'weekly' | 'monthly', week: number | null): WallSeries {
  const entry = { code, name: `Name ${code.toUpperCase()}`, shortName: code, family, rebalance }
  return {
    ...entry,
    row: { code } as SummaryRow,
    figures: figuresOf(week),
    history: { code } as SeriesHistory,
    from: '2024-01-02',
  }
}

const ALL = [
  seriesOf('a', 'intraday', 'monthly', 0.01),
  seriesOf('b', 'intraday', 'weekly', null),
  seriesOf('c', 'flow', 'monthly', -0.02),
  seriesOf('d', 'portfolios', 'weekly', 0.03),
  seriesOf('e', 'flow', 'monthly', 0),
]
const codes = (series: WallSeries[]) => series.map(({ row }) => row.code).join('')

describe('filterWall and withSign', () => {
  it.each([
    [{}, 'abcde'],
    [{ text: ' name C' }, 'c'],
    [{ family: 'flow' }, 'ce'],
    [{ family: 'no-such' }, ''],
    [{ rebalance: 'weekly' }, 'bd'],
    [{ sign: 'week-up' }, 'ad'],
    [{ sign: 'week-down' }, 'c'],
    [{ sign: 'year-up' }, ''],
    [{ sign: 'week-up', rebalance: 'weekly' }, 'd'],
  ] as const)('%o leaves "%s"', (parameters: WallParameters, left) =>
    expect(codes(withSign(filterWall(ALL, parameters), parameters.sign))).toBe(left),
  )
})

describe('sortWall', () => {
  it('puts missing values last in both directions', () => {
    expect(codes(sortWall(ALL, 'week', false))).toBe('daecb')
    expect(codes(sortWall(ALL, 'week', true))).toBe('ceadb')
  })

  it('keeps the order of equal values', () => expect(codes(sortWall(ALL, 'year', true))).toBe('abcde'))
})

describe('wallFigures', () => {
  let demo: Demo
  beforeAll(async () => {
    demo = await readDemo()
  }, 120_000)

  it.each([
    [null, 252],
    [244, 244],
  ])(
    'compares the compounded legs, from three years on per year of the market: %s',
    (tradingDaysPerYear, daysPerYear) => {
      const markets = demo.catalogue.markets.map((market) => ({ ...market, tradingDaysPerYear }))
      const inputs = { ...demo, market: 'CN', catalogue: { ...demo.catalogue, markets } }
      const figures = wallFigures(seriesHistories(inputs), 'arithmetic')
      const starts = { week: '2024-08-26', month: '2024-08-01', quarter: '2024-07-01', year: '2024-01-01' }
      for (const { code, dates, long, short } of demo.factorReturns) {
        for (const [name, from] of Object.entries({ ...starts, oneYear: '2023-08-31', threeYears: '2021-08-31' })) {
          const growth = (leg: number[]) =>
            leg.reduce((nav, r, day) => ((dates[day] ?? '') >= from ? nav * (1 + r) : nav), 1)
          const count = dates.filter((date) => date >= from).length
          const perYear = (growth(long) / growth(short)) ** (daysPerYear / count) - 1
          expect(figures.get(code)?.[name as keyof typeof starts], `${code} ${name}`).toBeCloseTo(
            name === 'threeYears' ? perYear : growth(long) - growth(short),
            10,
          )
        }
      }
      expect(figures.size).toBe(demo.catalogue.factors.length + demo.catalogue.portfolios.length)
    },
  )
})

describe('wallParameters', () => {
  it('ignores empty form fields', () =>
    expect(wallParameters.parse({ text: '', sign: '', by: 'year', dir: '' })).toEqual({ by: 'year' }))

  it.each([{ sign: 'week' }, { by: 'decade' }, { asOf: '2024-02-30' }, { periods: 'week,week' }, { scale: 'log' }])(
    'refuses %o',
    (parameters) => expect(wallParameters.safeParse(parameters).success).toBe(false),
  )

  it('parses the periods of a list', () => {
    expect(periodsOf('week,year')).toEqual(['week', 'year'])
    expect(periodsOf(undefined)).toEqual(PERIOD_NAMES)
    expect(periodsOf('week,')).toBeNull()
  })
})
