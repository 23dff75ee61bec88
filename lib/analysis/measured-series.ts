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
  const indexes = rowIndexes(days, inception, raw?.dates)
  const leg = atIndexes(indexes, raw?.long)
  return {
    code,
    inception,
    ended,
    primary: { leg, against: atIndexes(indexes, raw?.short) },
    excess: { leg, against: atIndexes(indexes, raw?.benchmark) },
  }
}

export function measuredPortfolio(
  { code, inception, ended }: Life,
  raw: RawPortfolio | undefined,
  days: string[],
): MeasuredSeries {
  const indexes = rowIndexes(days, inception, raw?.dates)
  const primary = { leg: atIndexes(indexes, raw?.portfolio), against: atIndexes(indexes, raw?.benchmark) }
  return { code, inception, ended, primary, excess: null }
}

export function within(daily: Daily, span: Span): Daily {
  return daily.slice(span.from, span.to)
}

/**
 * Returns the index in `dates` of each trading day; -1 where there is none, or where it is before inception. Both lists
 * are ascending, so one pass serves all legs.
 */
function rowIndexes(days: string[], inception: string, dates: string[] = []): number[] {
  let next = 0
  return days.map((day) => {
    while (next < dates.length && (dates[next] as string) < day) next++
    return dates[next] === day && day >= inception ? next : -1
  })
}

function atIndexes(indexes: number[], returns: number[] = []): Daily {
  return indexes.map((index) => (index < 0 ? null : (returns[index] ?? null)))
}
