/** The demo's index-enhanced portfolios, before they are fitted to 2024: daily simple returns, decimal fractions. */
import { at } from './at'
import { fitNav } from './calibrate'
import { dispersion, softenExtreme } from './market'
import type { PortfolioProfile } from './profiles'
import { spanOf } from './span'
import { simulateSpread } from './strategy'

/**
 * Shares of the variance of the excess: the signal is that of the 10-day model, the optimiser is specific to
 * portfolios.
 */
const SHARED_VARIANCE = {
  'all factors': 0.05,
  'family deep-learning': 0.15,
  'twin granularity': 0.15,
  portfolios: 0.2,
}

/**
 * Simulates a portfolio's returns after costs.
 * @param days all trading days of the demo
 * @param universe average of all shares on these days
 * @param benchmark the portfolio's index on the days since its inception
 * @returns one value for each value of `benchmark`
 */
export function simulatePortfolio(
  days: readonly string[],
  universe: readonly number[],
  benchmark: readonly number[],
  profile: PortfolioProfile,
): number[] {
  const { code, trackingError, alpha, inception } = profile
  const strategy = {
    code,
    whom: 'portfolios',
    sharedVariance: SHARED_VARIANCE,
    volatility: trackingError,
    alpha,
  } as const
  const excess = simulateSpread(days, dispersion(universe), strategy)
  const first = spanOf(days, inception, inception).start
  const returns = benchmark.map((index, day) => softenExtreme(index + at(excess, first + day)))
  return fitNav(returns, benchmark, spanOf(days.slice(first), inception, '2023-12-31'), profile.nav)
}
