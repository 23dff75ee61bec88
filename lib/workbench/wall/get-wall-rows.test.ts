/** The rows of the demo's table against plain loops over its daily rows. */
import { beforeAll, expect, it } from 'vitest'
import { getReportDays } from '@/lib/analysis/weeks/report-days'
import { readWeek, type Week } from '@/lib/report/build/get-report-inputs'
import { demoStore } from '@/lib/testing/database/test-store'
import { type Demo, readDemo } from '@/lib/testing/report/demo-inputs'
import { plainRisk } from '@/lib/testing/report/plain-figures'
import { inceptions, overCommonPeriod } from './common-period'
import { getWallFigures } from './get-wall-figures'
import { getWallRows } from './get-wall-rows'
import type { WallEntry } from './wall'

const LAST = '2024-08-30'

demoStore()
let demo: Demo
let week: Week
let entries: WallEntry[]

beforeAll(async () => {
  demo = await readDemo()
  const days = await getReportDays(3)
  if (!days) throw new TypeError('nothing is loaded')
  week = await readWeek({ version: 3, locale: 'en', convention: 'arithmetic', asOf: LAST, days })
  entries = [
    ...week.catalogue.factors.map((entry) => ({ ...entry, kind: 'factor' as const, family: entry.familyCode })),
    ...week.catalogue.portfolios.map((entry) => ({ ...entry, kind: 'portfolio' as const, family: 'portfolios' })),
  ]
}, 120_000)

/** Returns the returns of both legs since a day, oldest first. */
function legsSince(code: string, since: string): [number, number][] {
  return demo.rows
    .filter(({ series, date }) => series === code && String(date) >= since && String(date) <= LAST)
    .map((row) => [Number(row.long ?? row.portfolio), Number(row.short ?? row.benchmark)])
}

function growth(code: string, since: string): [number, number] {
  return legsSince(code, since).reduce(([a, b], [long, short]) => [a * (1 + long), b * (1 + short)], [1, 1])
}

/** Returns growth, deviation and deepest fall of the NAV ratio since a day, from the daily rows. */
function plainly(code: string, since: string) {
  const daily = legsSince(code, since).map(([long, short]) => (1 + long) / (1 + short) - 1)
  const { end, deviation, deepest } = plainRisk(daily)
  return { perYear: end ** (252 / daily.length) - 1, volatility: deviation * Math.sqrt(252), deepest }
}

it('have the whole period of each series, or the days that all have', async () => {
  const own = await getWallFigures(week, entries)
  const began = inceptions(own)
  expect(began?.first.localeCompare(began.last)).toBeLessThan(0)
  for (const figured of [own, await overCommonPeriod(week, own)]) {
    const rows = await getWallRows(week, figured)
    expect(rows.map(({ code }) => code)).toEqual(entries.map(({ code }) => code))
    for (const { code, from, figures, volatility, maximumDrawdown } of rows) {
      const expected = plainly(code, from)
      expect(figures.inception, code).toBeCloseTo(expected.perYear, 10)
      expect(volatility).toBeCloseTo(expected.volatility, 10)
      expect(maximumDrawdown).toBeCloseTo(expected.deepest, 10)
    }
    expect(new Set(rows.map(({ from }) => from)).size).toBe(figured === own ? new Set(entries.map(begun)).size : 1)
  }
})

const begun = ({ inception }: WallEntry) => inception

it.each([
  [null, 252],
  [244, 244],
])(
  'compare the compounded legs, from three years on per year of the market: %s',
  async (tradingDaysPerYear, daysPerYear) => {
    const markets = week.catalogue.markets.map((market) => ({ ...market, tradingDaysPerYear }))
    const rows = await getWallFigures({ ...week, catalogue: { ...week.catalogue, markets } }, entries)
    const starts = { week: '2024-08-26', month: '2024-08-01', quarter: '2024-07-01', year: '2024-01-01' }
    for (const { code, figures, spark } of rows) {
      for (const [name, from] of Object.entries({ ...starts, oneYear: '2023-08-31', threeYears: '2021-08-31' })) {
        const [a, b] = growth(code, from)
        const perYear = (a / b) ** (daysPerYear / legsSince(code, from).length) - 1
        const expected = name === 'threeYears' ? perYear : a - b
        expect(figures[name as keyof typeof starts], `${code} ${name}`).toBeCloseTo(expected, 10)
      }
      const [a, b] = growth(code, starts.year)
      expect([spark[0], spark.at(-1)], code).toEqual([1, expect.closeTo(a / b, 10)])
    }
  },
)
