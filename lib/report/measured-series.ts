import type { Span } from './trading-windows'

/** Daily simple returns on the market's trading days, decimal fractions; null before inception and on missing days. */
export type Daily = (number | null)[]

/** Two legs whose difference is what the report tells. */
export interface LegPair {
  leg: Daily
  against: Daily
}

/** A factor's or portfolio's returns, laid on the trading days of its market. */
export interface MeasuredSeries {
  code: string
  inception: string
  /** Long against short, or portfolio against index. */
  primary: LegPair
  /** Long against the universe's average; null for a portfolio. */
  excess: LegPair | null
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

/** @param days trading days of the market, ascending; @param raw undefined when the store has no row of the factor */
export function measuredFactor(
  { code, inception }: { code: string; inception: string },
  raw: RawFactor | undefined,
  days: string[],
): MeasuredSeries {
  const long = onDays(days, raw?.dates, raw?.long)
  return {
    code,
    inception,
    primary: { leg: long, against: onDays(days, raw?.dates, raw?.short) },
    excess: { leg: long, against: onDays(days, raw?.dates, raw?.benchmark) },
  }
}

export function measuredPortfolio(
  { code, inception }: { code: string; inception: string },
  raw: RawPortfolio | undefined,
  days: string[],
): MeasuredSeries {
  return {
    code,
    inception,
    primary: { leg: onDays(days, raw?.dates, raw?.portfolio), against: onDays(days, raw?.dates, raw?.benchmark) },
    excess: null,
  }
}

export function within(daily: Daily, span: Span): Daily {
  return daily.slice(span.from, span.to)
}

/** Both lists ascend, so one walk lays the observations on their days. */
function onDays(days: string[], dates: string[] = [], returns: number[] = []): Daily {
  let next = 0
  return days.map((day) => {
    while (next < dates.length && (dates[next] as string) < day) next++
    return dates[next] === day ? (returns[next] ?? null) : null
  })
}
