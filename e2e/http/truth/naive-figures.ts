/** Computes window figures and line figures with plain loops over the daily returns of the API, its legs alone. */
import { z } from 'zod'
import type { Convention } from '@/lib/base/convention'
import { getBytes } from '../client'

/** Daily returns of one series, oldest first. */
export interface Legs {
  code: string
  folder: 'factors' | 'portfolios'
  dates: string[]
  /** Long leg, or portfolio; short leg, or index; average of the universe, empty for a portfolio. */
  leg: number[]
  against: number[]
  benchmark: number[]
}

/** Two legs and their days. */
export interface Pair {
  dates: string[]
  a: number[]
  b: number[]
}

const answer = z.object({
  rows: z.array(
    z.object({
      date: z.string(),
      long: z.number().optional(),
      short: z.number().optional(),
      portfolio: z.number().optional(),
      benchmark: z.number(),
    }),
  ),
})

export async function getLegs(folder: Legs['folder'], code: string): Promise<Legs> {
  const bytes = await getBytes(`/api/v1/${folder}/${code}/daily.json`)
  const { rows } = answer.parse(JSON.parse(bytes.toString()))
  const isFactor = folder === 'factors'
  return {
    code,
    folder,
    dates: rows.map(({ date }) => date),
    leg: rows.map((row) => Number(isFactor ? row.long : row.portfolio)),
    against: rows.map((row) => Number(isFactor ? row.short : row.benchmark)),
    benchmark: isFactor ? rows.map((row) => row.benchmark) : [],
  }
}

export function pairOf({ dates, leg, against }: Legs): Pair {
  return { dates, a: leg, b: against }
}

/** Returns the days from one date to another, inclusive. */
export function between({ dates, a, b }: Pair, from: string, to: string): Pair {
  const isWithin = (_: unknown, day: number) => (dates[day] ?? '') >= from && (dates[day] ?? '') <= to
  return { dates: dates.filter(isWithin), a: a.filter(isWithin), b: b.filter(isWithin) }
}

export function grown(returns: readonly number[]): number {
  return returns.reduce((product, each) => product * (1 + each), 1)
}

/** Returns the window figure of the days; null for none. */
export function windowFigure({ a, b }: Pair, convention: Convention): number | null {
  if (a.length === 0) return null
  return convention === 'arithmetic' ? grown(a) - grown(b) : grown(a) / grown(b) - 1
}

/** Returns the window figure from a date on; null when the series begins after it. */
export function windowSince(pair: Pair, from: string, to: string, convention: Convention): number | null {
  const first = pair.dates[0] ?? ''
  // A window may begin on days without trading, of at most two weeks.
  if (first > from && addDays(from, 14) < first) return null
  return windowFigure(between(pair, from, to), convention)
}

/** Returns the daily returns of the line. */
function ratiosOf({ a, b }: Pair): number[] {
  return a.map((value, day) => (1 + value) / (1 + Number(b[day])) - 1)
}

/** The line figures of a period. */
export function lineFigures(pair: Pair) {
  const daily = ratiosOf(pair)
  const count = daily.length
  const mean = daily.reduce((sum, value) => sum + value, 0) / count
  const moment = (power: number) => daily.reduce((sum, value) => sum + (value - mean) ** power, 0)
  const deviation = Math.sqrt(moment(2) / (count - 1))
  const line = lineOf(pair)
  let peak = 0
  const depths = line.map((value) => {
    peak = Math.max(peak, value)
    return value / peak - 1
  })
  const [first = '', last = ''] = [pair.dates[0], pair.dates.at(-1)]
  const total = grown(daily) - 1
  return {
    total,
    perYear: first <= addYears(last, -1) ? (1 + total) ** (252 / count) - 1 : null,
    volatility: deviation * Math.sqrt(252),
    ratio: (mean / deviation) * Math.sqrt(252),
    t: (mean / deviation) * Math.sqrt(count),
    skewness: ((Math.sqrt(count * (count - 1)) / (count - 2)) * (moment(3) / count)) / (moment(2) / count) ** 1.5,
    deepest: Math.min(...depths),
    current: Number(depths.at(-1)),
  }
}

/** Beta, and up and down capture, of a portfolio (a) to its index (b); the months whole, as `runFigures` has them. */
export function indexFigures(all: Pair, period: Pair) {
  const days = period.a.length
  const meanA = period.a.reduce((sum, value) => sum + value, 0) / days
  const meanB = period.b.reduce((sum, value) => sum + value, 0) / days
  const covariance = period.a.reduce((sum, value, day) => sum + (value - meanA) * (Number(period.b[day]) - meanB), 0)
  const variance = period.b.reduce((sum, value) => sum + (value - meanB) ** 2, 0)
  const growthOf = (returns: number[]) => {
    const still = { dates: all.dates, a: returns, b: returns.map(() => 0) }
    return runFigures(still, monthKey, period, 'arithmetic').map(({ value }) => 1 + value)
  }
  const [own, index] = [growthOf(all.a), growthOf(all.b)]
  const capture = (isSide: (growth: number) => boolean) => {
    const months = [...index.keys()].filter((month) => isSide(Number(index[month])))
    const mean = (growths: number[]) =>
      months.reduce((product, month) => product * Number(growths[month]), 1) ** (1 / months.length) - 1
    return months.length === 0 ? null : mean(own) / mean(index)
  }
  return {
    beta: covariance / variance,
    upCapture: capture((growth) => growth >= 1),
    downCapture: capture((growth) => growth < 1),
  }
}

/** Returns the line: 1 before the first day, then a value for each. */
export function lineOf(pair: Pair): number[] {
  const line = [1]
  for (const each of ratiosOf(pair)) line.push(Number(line.at(-1)) * (1 + each))
  return line
}

/** Returns the first days of the windows as of a day. */
export function windowStarts(asOf: string) {
  const [year = '', month = ''] = asOf.split('-')
  const quarter = String(3 * Math.floor((Number(month) - 1) / 3) + 1).padStart(2, '0')
  return {
    week: weekKey(asOf),
    month: `${year}-${month}-01`,
    quarter: `${year}-${quarter}-01`,
    year: `${year}-01-01`,
    oneYear: addDays(addYears(asOf, -1), 1),
    threeYears: addDays(addYears(asOf, -3), 1),
    fiveYears: addDays(addYears(asOf, -5), 1),
  }
}

/** Returns window figures of the weeks, months or years whose last day lies in a period, whole also before it. */
export function runFigures(pair: Pair, keyOf: (date: string) => string, period: Pair, convention: Convention) {
  const runs = new Map<string, Pair>()
  for (const [day, date] of pair.dates.entries()) {
    const run = runs.get(keyOf(date)) ?? { dates: [], a: [], b: [] }
    run.dates.push(date)
    run.a.push(pair.a[day] ?? Number.NaN)
    run.b.push(pair.b[day] ?? Number.NaN)
    runs.set(keyOf(date), run)
  }
  const [first = '', last = ''] = [period.dates[0], period.dates.at(-1)]
  return [...runs.values()]
    .map((run) => ({ end: run.dates.at(-1) ?? '', value: Number(windowFigure(run, convention)) }))
    .filter(({ end }) => end >= first && end <= last)
}

export const monthKey = (date: string) => date.slice(0, 7)
export const yearKey = (date: string) => date.slice(0, 4)

/** Returns the Monday of the week of a date. */
export function weekKey(date: string): string {
  return addDays(date, -((new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7))
}

function addDays(date: string, count: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10)
}

/** Returns the same date in another year; the last of February when it has no 29th. */
function addYears(date: string, count: number): string {
  const year = Number(date.slice(0, 4)) + count
  const same = `${year}${date.slice(4)}`
  return same.endsWith('-02-29') && !(year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)) ? `${year}-02-28` : same
}
