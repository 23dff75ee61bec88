import { expect, it } from 'vitest'
import { PORTFOLIO_COLUMNS } from '@/lib/address/parameters/portfolio-parameters'
import { periodBetween } from '@/lib/analysis/periods'
import { periodStatistics } from '@/lib/analysis/statistics/statistics'
import { buildSummary } from '@/lib/report/build/build-summary'
import { seriesHistories } from '@/lib/report/build/series-histories'
import { demoInputs } from '@/lib/testing/report/demo-inputs'
import { readHistories } from '@/lib/testing/workbench/sample-histories'
import { columnValue, sortPortfolios } from './sort-portfolios'

const { demo } = await readHistories()
const inputs = demoInputs(demo, '2024-08-30')
const histories = new Map(seriesHistories(inputs).map((history) => [history.code, history]))
const portfolios = buildSummary(inputs).table2.map((row) => {
  const history = histories.get(row.code)
  const span = history && periodBetween(history)
  if (!history || !span) throw new Error(`no history of ${row.code}`)
  return { row, statistics: periodStatistics(history, span, 'arithmetic') }
})

it.each(PORTFOLIO_COLUMNS)('sorts by %s, greatest or smallest first', (column) => {
  const falling = sortPortfolios(portfolios, column, false).map((portfolio) => columnValue(portfolio, column))
  expect(falling.every((value) => typeof value === 'number')).toBe(true)
  expect(falling).toEqual([...falling].sort((a, b) => Number(b) - Number(a)))
  expect(sortPortfolios(portfolios, column, true).map((portfolio) => columnValue(portfolio, column))).toEqual(
    [...falling].reverse(),
  )
})

it('has portfolios without statistics last, both ways', () => {
  const [first, ...others] = portfolios
  if (first === undefined) throw new Error('the demo has no portfolio')
  const young = { ...first, statistics: null }
  for (const isAscending of [true, false])
    expect(sortPortfolios([young, ...others], 'beta', isAscending).at(-1)).toBe(young)
})
