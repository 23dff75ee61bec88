import { beforeAll, describe, expect, it } from 'vitest'
import { type SeriesHistory, seriesHistory } from '@/lib/analysis/history'
import { measuredFactor } from '@/lib/analysis/measured-series'
import { namedPeriods, periodBetween } from '@/lib/analysis/periods'
import { readDemo } from '@/lib/testing/report/demo-inputs'
import { CHART_PERIODS, chartTerms, chosenLegs, periodStart } from './chart-choice'

const CODE = 'intraday-skewness'

let history: SeriesHistory
beforeAll(async () => {
  const demo = await readDemo()
  const entry = demo.catalogue.factors.find(({ code }) => code === CODE)
  if (!entry) throw new Error(`the demo has no ${CODE}`)
  const raw = demo.factorReturns.find(({ code }) => code === CODE)
  history = seriesHistory('factor', measuredFactor(entry, raw, demo.days), demo.days)
})

describe('what can be chosen', () => {
  it('begins the periods of buttons on the same day as the tables', () => {
    const named = namedPeriods(history)
    for (const name of ['year', 'oneYear', 'threeYears', 'fiveYears', 'inception'] as const)
      expect(periodBetween(history, periodStart(name, '2024-08-30')), name).toEqual(named[name])
    expect(CHART_PERIODS.map((name) => periodStart(name, '2024-03-31'))).toEqual([
      '2024-03-01',
      '2024-01-01',
      '2023-10-01',
      '2024-01-01',
      '2023-04-01',
      '2021-04-01',
      '2019-04-01',
      null,
    ])
  })

  it('accepts the leg names of the series kind, in one order, and only legs that exist', () => {
    expect(chosenLegs(history, ['benchmark', 'long'])).toEqual(['leg', 'benchmark'])
    expect(chosenLegs({ ...history, benchmark: null }, ['benchmark', 'portfolio'])).toEqual([])
    const span = { from: history.start, to: history.start + 2 }
    expect(chartTerms(history, span, { legs: [] })).toEqual({ from: '2014-01-02', to: '2014-01-03', axis: 'log' })
    expect(chartTerms({ ...history, kind: 'portfolio' }, span, { legs: [] })).toMatchObject({ axis: 'linear' })
  })
})
