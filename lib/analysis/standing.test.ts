import { beforeAll, describe, expect, it } from 'vitest'
import { buildReport } from '@/lib/report/build/build-report'
import type { SummaryRow } from '@/lib/report/model/report'
import { withRanks } from '@/lib/report/table/with-ranks'
import { type Demo, demoInputs, readDemo } from '@/lib/testing/report/demo-inputs'
import { sampleFamilies } from '@/lib/testing/report/sample-rows'

let demo: Demo
beforeAll(async () => {
  demo = await readDemo()
})

/** Computes a spread by plain loops over the lines of the demo files, for days after `from` up to `to`. */
function spreadBetween(code: string, from: string, to: string): number {
  const rows = demo.rows.filter(({ series, date }) => series === code && String(date) > from && String(date) <= to)
  const nav = (leg: string) => rows.reduce((product, row) => product * (1 + Number(row[leg])), 1)
  const isFactor = demo.catalogue.factors.some((factor) => factor.code === code)
  return isFactor ? nav('long') - nav('short') : nav('portfolio') - nav('benchmark')
}

/** Last trading days of the weeks up to the as-of date, oldest first. */
const FRIDAYS = ['2024-07-26', '2024-08-02', '2024-08-09', '2024-08-16', '2024-08-23', '2024-08-30']

describe('where a row stands', () => {
  it('has the figures of plain loops', () => {
    const report = buildReport(demoInputs(demo, '2024-08-30'))
    const rows: SummaryRow[] = [...report.table1.flatMap((family) => family.rows), ...report.table2]
    expect(rows).toHaveLength(16)
    for (const { code, standing } of rows) {
      const weeks = FRIDAYS.slice(1).map((friday, week) => spreadBetween(code, String(FRIDAYS[week]), friday))
      expect(standing.lastWeek.value, code).toBeCloseTo(Number(weeks.at(-2)), 12)
      expect(standing.change.value, code).toBeCloseTo(Number(weeks.at(-1)) - Number(weeks.at(-2)), 12)
      expect(standing.quarter.value, code).toBeCloseTo(spreadBetween(code, '2024-06-30', '2024-08-30'), 12)
      expect(standing.oneYear.value, code).toBeCloseTo(spreadBetween(code, '2023-08-30', '2024-08-30'), 12)
      const won = weeks.map((week) => week > 0).toReversed()
      const streak = won.findIndex((isWon) => isWon !== won[0])
      if (streak > 0) expect(standing.streak, code).toBe(won[0] ? streak : -streak)
    }
  })

  it('ranks this week and the week before among the factors', () => {
    const { table1, table2 } = buildReport(demoInputs(demo, '2024-08-30'))
    const factors = table1.flatMap((family) => family.rows)
    for (const { code, standing } of factors) {
      const own = spreadBetween(code, '2024-08-23', '2024-08-30')
      const better = factors.filter((other) => spreadBetween(other.code, '2024-08-23', '2024-08-30') > own + 1e-15)
      expect(standing.rank, code).toBe(better.length + 1)
    }
    expect(factors.map(({ standing }) => standing.lastRank).sort((a, b) => Number(a) - Number(b))).toEqual(
      factors.map((_, index) => index + 1),
    )
    expect(table2.map(({ standing }) => standing.rank).sort()).toEqual([1, 2])
  })

  it('has no one-year figure and no z-score in the first year', () => {
    const [row] = buildReport(demoInputs(demo, '2014-08-29')).table1.flatMap((family) => family.rows)
    expect([row?.standing.oneYear.value, row?.standing.zScore]).toEqual([null, null])
    expect(row?.standing.quarter.value).not.toBeNull()
  })

  it('computes the drawdown from its peak', () => {
    const { table1 } = buildReport(demoInputs(demo, '2024-08-30'))
    for (const { code, standing } of table1.flatMap((family) => family.rows)) {
      let [ratio, peak] = [1, 1]
      for (const row of demo.rows.filter(({ series }) => series === code)) {
        ratio *= (1 + Number(row.long)) / (1 + Number(row.short))
        peak = Math.max(peak, ratio)
      }
      expect(standing.drawdown.value, code).toBeCloseTo(ratio / peak - 1, 10)
    }
  })
})

it('shares the better rank in a tie, and gives no rank without a value', () => {
  const rows = sampleFamilies({ X: { a: 0.01, b: 0.02, c: 0.02, d: null } }).flatMap((family) => family.rows)
  expect(withRanks(rows).map(({ standing }) => standing.rank)).toEqual([3, 1, 1, null])
})
