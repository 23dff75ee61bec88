/** Writes daily returns as text of import files: decimal fractions of eight decimals, by date, then in report order. */
import { at } from './at'
import type { SimulatedFactor, SimulatedIndex, SimulatedPortfolio } from './simulate'

const DECIMALS = 8

export function factorReturnsCsv(factors: readonly SimulatedFactor[]): string {
  const series = factors.map(({ code, days, long, short, benchmark }) => ({
    code,
    days,
    legs: [long, short, benchmark],
  }))
  return csvOf('date,series,long,short,benchmark', series)
}

export function portfolioReturnsCsv(portfolios: readonly SimulatedPortfolio[]): string {
  const series = portfolios.map(({ code, days, portfolio, benchmark }) => ({
    code,
    days,
    legs: [portfolio, benchmark],
  }))
  return csvOf('date,series,portfolio,benchmark', series)
}

export function indexReturnsCsv(indices: readonly SimulatedIndex[]): string {
  const series = indices.map(({ code, days, returns }) => ({ code, days, legs: [returns] }))
  return csvOf('date,series,return', series)
}

interface Series {
  code: string
  days: string[]
  /** One list of values for each column. */
  legs: number[][]
}

/** Writes the CSV. Sorting only by date keeps the report's order within a day, since JavaScript's sort is stable. */
function csvOf(header: string, series: Series[]): string {
  const rows = series
    .flatMap(({ code, days, legs }) =>
      days.map((date, day) => ({
        date,
        line: [date, code, ...legs.map((leg) => at(leg, day).toFixed(DECIMALS))].join(),
      })),
    )
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
  return [header, ...rows.map(({ line }) => line), ''].join('\n')
}
