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
  const places = placesOf(days, inception, raw?.dates)
  const leg = onPlaces(places, raw?.long)
  return {
    code,
    inception,
    primary: { leg, against: onPlaces(places, raw?.short) },
    excess: { leg, against: onPlaces(places, raw?.benchmark) },
  }
}

export function measuredPortfolio(
  { code, inception }: { code: string; inception: string },
  raw: RawPortfolio | undefined,
  days: string[],
): MeasuredSeries {
  const places = placesOf(days, inception, raw?.dates)
  const primary = { leg: onPlaces(places, raw?.portfolio), against: onPlaces(places, raw?.benchmark) }
  return { code, inception, primary, excess: null }
}

export function within(daily: Daily, span: Span): Daily {
  return daily.slice(span.from, span.to)
}

/**
 * Where each trading day's observation stands among `dates`; -1 where there is none, or none that counts since it is
 * before inception. Both lists ascend, so one walk serves all legs.
 */
function placesOf(days: string[], inception: string, dates: string[] = []): number[] {
  let next = 0
  return days.map((day) => {
    while (next < dates.length && (dates[next] as string) < day) next++
    return dates[next] === day && day >= inception ? next : -1
  })
}

function onPlaces(places: number[], returns: number[] = []): Daily {
  return places.map((place) => (place < 0 ? null : (returns[place] ?? null)))
}
