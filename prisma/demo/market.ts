/** The market that the demo's legs and portfolios move with: daily simple returns, decimal fractions, rounded. */
import { yearOf } from '@/lib/base/dates'
import { at } from './at'
import { roundReturn, shiftToReturn } from './calibrate'
import { DAYS_OF_NOTE, type IndexProfile, MARKET_REGIMES } from './market-regimes'
import { clusteredNoise } from './noise'

export const DAYS_PER_YEAR = 252

/** Annualised volatility of large companies against small ones. */
const LARGE_CAP_VOLATILITY = 0.045

/** A larger daily return is reduced, since most shares may move by at most 10 % a day. */
const CALM_RETURN = 0.08

/**
 * The same for a shock of the market, in standard deviations of its regime: volatile days belong in volatile regimes.
 */
const CALM_SHOCK = 2.6

/** Share of the excess over the limit that is kept. */
const KEPT_BEYOND = 0.3

/** Simulates the average return of the universe. Each regime compounds to its return. */
export function simulateUniverse(days: readonly string[]): number[] {
  const noise = clusteredNoise('universe', days.length).map((shock) => drawInwards(shock, CALM_SHOCK))
  return MARKET_REGIMES.flatMap(({ to, marketReturn, volatility }, index) => {
    const after = index === 0 ? '' : at(MARKET_REGIMES, index - 1).to
    const raw = [...days.entries()]
      .filter(([, date]) => date > after && date <= to)
      .map(([day, date]) => DAYS_OF_NOTE[date] ?? (at(noise, day) * volatility) / Math.sqrt(DAYS_PER_YEAR))
    return fitWithinLimit(raw, marketReturn).map(roundReturn)
  })
}

/** Simulates an index. Each calendar year compounds to the return of the profile. */
export function simulateIndex(days: readonly string[], universe: readonly number[], profile: IndexProfile): number[] {
  const own = clusteredNoise(profile.code, days.length)
  const largeCaps = clusteredNoise('large caps', days.length)
  const scale = 1 / Math.sqrt(DAYS_PER_YEAR)
  const raw = days.map((_, day) => {
    const style = profile.largeCapLoading * LARGE_CAP_VOLATILITY * at(largeCaps, day)
    return profile.beta * at(universe, day) + scale * (style + profile.ownVolatility * at(own, day))
  })
  return Object.entries(profile.years).flatMap(([year, target]) =>
    fitWithinLimit(
      raw.filter((_, day) => yearOf(at(days, day)) === year),
      target,
    ).map(roundReturn),
  )
}

/** Returns the dispersion of shares on each day, about 1 on an ordinary day, from past moves of the market. */
export function dispersion(universe: readonly number[]): number[] {
  const usual = 0.2 / Math.sqrt(DAYS_PER_YEAR)
  let variance = usual * usual
  return universe.map((daily) => {
    const width = 0.42 + (0.58 * Math.sqrt(variance)) / usual
    variance = 0.94 * variance + 0.06 * daily * daily
    return Math.min(width, 2.2)
  })
}

/** Reduces an extreme daily return smoothly, so that no two days are equal at a bound. */
export function softenExtreme(daily: number): number {
  return drawInwards(daily, CALM_RETURN)
}

function drawInwards(value: number, limit: number): number {
  const beyond = Math.abs(value) - limit
  return beyond <= 0 ? value : Math.sign(value) * (limit + KEPT_BEYOND * beyond)
}

/** Shifts the returns, softens the resulting extremes, and shifts again, since softening changes the product. */
function fitWithinLimit(raw: readonly number[], target: number): number[] {
  return shiftToReturn(shiftToReturn(raw, target).map(softenExtreme), target)
}
