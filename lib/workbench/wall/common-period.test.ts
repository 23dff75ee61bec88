import { beforeAll, expect, it } from 'vitest'
import { seriesHistories } from '@/lib/report/build/series-histories'
import type { SummaryRow } from '@/lib/report/model/report'
import { type Demo, demoInputs, readDemo } from '@/lib/testing/report/demo-inputs'
import { inceptions, overCommonPeriod, wholePeriodRisk } from './common-period'
import { type WallSeries, wallFigures } from './wall'

let demo: Demo
let all: WallSeries[]
beforeAll(async () => {
  demo = await readDemo()
  const histories = seriesHistories(demoInputs(demo, '2024-08-30'))
  const figures = wallFigures(histories, 'arithmetic')
  all = histories.map((history) => ({
    code: history.code,
    name: history.code,
    shortName: history.code,
    row: { code: history.code } as SummaryRow,
    family: 'any',
    rebalance: 'weekly',
    figures: figures.get(history.code) as WallSeries['figures'],
    history,
    from: history.inception,
  }))
}, 120_000)

/** Returns growth, deviation and deepest fall of the NAV ratio since a day, from the daily rows. */
function plainly(code: string, since: string) {
  const rows = demo.rows.filter(({ series, date }) => series === code && date >= since && date <= '2024-08-30')
  const daily = rows.map(
    (row) => (1 + Number(row.long ?? row.portfolio)) / (1 + Number(row.short ?? row.benchmark)) - 1,
  )
  const mean = daily.reduce((sum, value) => sum + value, 0) / daily.length
  const variance = daily.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (daily.length - 1)
  let [line, peak, deepest] = [1, 1, 0]
  for (const value of daily) {
    line *= 1 + value
    peak = Math.max(peak, line)
    deepest = Math.min(deepest, line / peak - 1)
  }
  return { perYear: line ** (252 / daily.length) - 1, volatility: Math.sqrt(variance * 252), deepest }
}

it('has the whole period of each series, or the days that all have', () => {
  const began = inceptions(all)
  expect(began?.first.localeCompare(began.last)).toBeLessThan(0)
  for (const series of [all, overCommonPeriod(all)]) {
    for (const each of series.filter((_, index) => index % 5 === 0 || index === series.length - 1)) {
      const expected = plainly(each.row.code, each.from)
      const risk = wholePeriodRisk(each)
      expect(each.figures.inception, each.row.code).toBeCloseTo(expected.perYear, 10)
      expect(risk.volatility).toBeCloseTo(expected.volatility, 10)
      expect(risk.maximumDrawdown).toBeCloseTo(expected.deepest, 10)
    }
  }
  expect(new Set(overCommonPeriod(all).map(({ from }) => from))).toEqual(new Set([began?.last]))
})
