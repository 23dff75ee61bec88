import { positionFrom } from '@/lib/base/dates'
import type { Span } from './trading-windows'

/** Daily simple returns on the market's trading days, decimal fractions; null before inception and on missing days. */
export type Daily = (number | null)[]

/** Two legs; the report shows their difference. */
export interface LegPair {
  leg: Daily
  against: Daily
}

/** Returns of a factor or portfolio, aligned with the trading days of its market. */
export interface MeasuredSeries {
  code: string
  inception: string
  /** Last day on which the series has returns; null while it goes on. */
  ended: string | null
  /** Long against short, or portfolio against index. */
  primary: LegPair
  /** Long against the universe's average; null for a portfolio. */
  excess: LegPair | null
}

/** Code and life of a series, as its catalogue entry has them. */
interface Life {
  code: string
  inception: string
  ended: string | null
}

interface RawFactor {
  code: string
  dates: string[]
  long: number[]
  short: number[]
  benchmark: number[]
}

interface RawPortfolio {
  code: string
  dates: string[]
  portfolio: number[]
  benchmark: number[]
}

/**
 * Aligns a factor's returns with trading days.
 * @param days trading days of the market, ascending
 * @param raw undefined when the store has no row of the factor
 */
export function measuredFactor(
  { code, inception, ended }: Life,
  raw: RawFactor | undefined,
  days: string[],
): MeasuredSeries {
  const onDays = aligner(days, inception, raw?.dates)
  const leg = onDays(raw?.long)
  return {
    code,
    inception,
    ended,
    primary: { leg, against: onDays(raw?.short) },
    excess: { leg, against: onDays(raw?.benchmark) },
  }
}

/** Aligns a portfolio's returns with trading days, as `measuredFactor` does. */
export function measuredPortfolio(
  { code, inception, ended }: Life,
  raw: RawPortfolio | undefined,
  days: string[],
): MeasuredSeries {
  const onDays = aligner(days, inception, raw?.dates)
  const primary = { leg: onDays(raw?.portfolio), against: onDays(raw?.benchmark) }
  return { code, inception, ended, primary, excess: null }
}

/** Aligns the returns of an index with trading days, as `measuredFactor` does. */
export function measuredIndex(
  { inception }: Pick<Life, 'inception'>,
  raw: { dates: string[]; return: number[] } | undefined,
  days: string[],
): Daily {
  return aligner(days, inception, raw?.dates)(raw?.return)
}

/** Returns the values of a period: the list itself for all of it. */
export function within(daily: Daily, { from, to }: Span): Daily {
  return from === 0 && to === daily.length ? daily : daily.slice(from, to)
}

/** Aligns the values of a leg, one for each row of the series, with the trading days. */
type Align = (returns?: number[]) => Daily

/**
 * Returns what aligns each leg of a series: null on a day without a row, and before inception. Both lists are ascending.
 * When every trading day from the first row on has one, the values themselves are used.
 */
function aligner(days: string[], inception: string, dates: string[] = []): Align {
  const row = positionFrom(dates, inception)
  const first = positionFrom(days, dates[row] ?? '')
  const count = Math.min(days.length - first, dates.length - row)
  if (isRunOf(days, first, dates, row, count)) return (returns = []) => continued(returns, first, row, days.length)
  const indexes = rowIndexes(days, inception, dates)
  return (returns = []) => indexes.map((index) => (index < 0 ? null : (returns[index] ?? null)))
}

/** Returns whether `count` days from position `first` equal the dates from position `row`. */
function isRunOf(days: string[], first: number, dates: string[], row: number, count: number): boolean {
  for (let step = 0; step < count; step++) if (days[first + step] !== dates[row + step]) return false
  return true
}

/** Returns the values from a row on, on the trading days from the first on; null on the others. */
function continued(returns: number[], first: number, row: number, length: number): Daily {
  if (first === 0 && row === 0 && returns.length === length) return returns
  const values: Daily = Array.from({ length: first }, () => null)
  for (let index = row; values.length < length; index++) values.push(returns[index] ?? null)
  return values
}

/** Returns the index in `dates` of each trading day; -1 where there is none, or where it is before inception. */
function rowIndexes(days: string[], inception: string, dates: string[]): number[] {
  let next = 0
  return days.map((day) => {
    while (next < dates.length && (dates[next] as string) < day) next++
    return dates[next] === day && day >= inception ? next : -1
  })
}
