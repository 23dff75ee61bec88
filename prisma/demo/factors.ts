/** The legs of the demo's factors, before they are fitted to 2024: daily simple returns, decimal fractions. */
import { at } from './at'
import { fitNav } from './calibrate'
import { DAYS_PER_YEAR, dispersion, softenExtreme } from './market'
import { clusteredNoise } from './noise'
import type { FactorProfile } from './profiles'
import { spanOf } from './span'
import { type Strategy, simulateSpread, stretchReturns } from './strategy'

export interface Legs {
  long: number[]
  short: number[]
}

/** The long leg earns less of a spread than the short leg, since most investors cannot sell overpriced shares short. */
const LONG_SHARE = 0.42

/** Annualised volatility of the common move of both legs against the benchmark. */
const TILT_VOLATILITY = 0.022

/** Shares of a spread's variance that all factors, a family and a twin have in common. */
const SHARED_BY_ALL = 0.15
const SHARED_BY_FAMILY = 0.3
const SHARED_BY_TWIN = 0.2

/**
 * Simulates both legs of a factor for every day, so that shared shocks have the same dates, and fits them from the
 * factor's inception.
 * @param days all trading days of the demo
 * @param universe the benchmark on these days
 */
export function simulateLegs(days: readonly string[], universe: readonly number[], profile: FactorProfile): Legs {
  const strategy = strategyOf(profile)
  const before2024 = spanOf(days, profile.inception, '2023-12-31')
  const spread = simulateSpread(days, dispersion(universe), strategy)
  const tilt = simulateTilt(days, universe, strategy)
  const [longBeta, shortBeta] = profile.betas
  const leg = (beta: number, share: number) =>
    universe.map((market, day) => softenExtreme(beta * market + share * at(spread, day) + at(tilt, day)))
  const [longNav, shortNav] = profile.navs
  return {
    long: fitNav(leg(longBeta, LONG_SHARE), universe, before2024, longNav),
    short: fitNav(leg(shortBeta, LONG_SHARE - 1), universe, before2024, shortNav),
  }
}

function simulateTilt(days: readonly string[], universe: readonly number[], strategy: Strategy): number[] {
  const widths = dispersion(universe)
  const family = clusteredNoise(`tilt of ${strategy.whom}`, days.length)
  const own = clusteredNoise(`tilt of ${strategy.code}`, days.length)
  const events = stretchReturns(days, strategy, 'tilt')
  const scale = TILT_VOLATILITY / Math.sqrt(2 * DAYS_PER_YEAR)
  return days.map((_, day) => scale * at(widths, day) * (at(family, day) + at(own, day)) + at(events, day))
}

function strategyOf({ code, family, twin, volatility, alpha }: FactorProfile): Strategy {
  const sharedVariance = {
    'all factors': SHARED_BY_ALL,
    [`family ${family}`]: SHARED_BY_FAMILY,
    [`twin ${twin}`]: SHARED_BY_TWIN,
  }
  return { code, whom: family, sharedVariance, volatility, alpha }
}
