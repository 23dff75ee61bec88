/** For tests: histories from the demo data, and short synthetic ones. */

import { type SeriesHistory, seriesHistory } from '@/lib/analysis/history'
import { measuredFactor, measuredPortfolio } from '@/lib/analysis/measured-series'
import { shanghaiDays } from '@/lib/testing/calendar/shanghai'
import { readDemo } from '@/lib/testing/report/demo-inputs'

/** Reads the demo. Returns its histories, in the order of the catalogue, and a function that reads one leg of its files. */
export async function readHistories() {
  const demo = await readDemo()
  const { catalogue, days, factorReturns, portfolioReturns, rows } = demo
  const factors = catalogue.factors.map((entry) => {
    const raw = factorReturns.find(({ code }) => code === entry.code)
    return seriesHistory('factor', measuredFactor(entry, raw, days), days)
  })
  const portfolios = catalogue.portfolios.map((entry) => {
    const raw = portfolioReturns.find(({ code }) => code === entry.code)
    return seriesHistory('portfolio', measuredPortfolio(entry, raw, days), days)
  })
  /** Returns the returns of one leg of one series, by plain loops over the lines of the demo's files. */
  const legOf = (code: string, name: string, from: string, to: string) =>
    rows
      .filter(({ series, date }) => series === code && String(date) >= from && String(date) <= to)
      .map((row) => Number(row[name]))
  return { demo, factors, portfolios, legOf }
}

export function grown(returns: number[]): number {
  return returns.reduce((product, each) => product * (1 + each), 1)
}

/** Makes a history for days of 2023 and 2024 with given legs; the benchmark is 0 by default. */
export function synthetic(leg: (number | null)[], against: (number | null)[] = leg.map(() => 0)): SeriesHistory {
  const days = shanghaiDays('2023-01-03', '2024-12-31').slice(0, leg.length)
  const start = { code: 'synthetic', kind: 'factor', daysPerYear: 252, inception: '2023-01-03', start: 0 } as const
  return { ...start, end: days.length, days, leg, against, benchmark: leg.map((value) => (value === null ? null : 0)) }
}
