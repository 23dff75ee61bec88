/** The excess of a strategy over its market before it is fitted: a decaying trend, waves, common and own shocks. */
import { at } from './at'
import { DAYS_PER_YEAR } from './market'
import { clusteredNoise, slowWave } from './noise'
import { createRandom } from './random'
import { STRETCHES, type Stretch } from './stretches'

export interface Strategy {
  code: string
  whom: Stretch['whom']
  /** Shared shocks by name, with their share of its variance; its own shocks are the rest up to 1. */
  sharedVariance: Record<string, number>
  /** Annualised volatility in an ordinary market, decimal fraction. */
  volatility: number
  /** Expected annual return in the first year of the data and in the last, decimal fractions. */
  alpha: [first: number, last: number]
}

/** Height of a wave as a share of the volatility: it makes years good or bad beyond chance. */
const WAVE_SHARE = 1.1

/**
 * Simulates the daily spread of a strategy (a factor's long minus short, a portfolio's excess).
 * @param widths dispersion of shares on each day, one for each of `days`
 */
export function simulateSpread(days: readonly string[], widths: readonly number[], strategy: Strategy): number[] {
  const shocks = mixShocks(days.length, strategy)
  const wave = slowWave(`wave of ${strategy.code}`, days.length)
  const events = stretchReturns(days, strategy, 'spread')
  const [first, last] = strategy.alpha
  return days.map((_, day) => {
    const trend = first + ((last - first) * day) / days.length
    const drift = (trend + WAVE_SHARE * strategy.volatility * at(wave, day)) / DAYS_PER_YEAR
    const shock = (strategy.volatility / Math.sqrt(DAYS_PER_YEAR)) * at(widths, day) * at(shocks, day)
    return drift + shock + at(events, day)
  })
}

/** Returns the daily gain of a strategy from the stretches that concern it, by its exposure to each. */
export function stretchReturns(days: readonly string[], strategy: Strategy, part: 'spread' | 'tilt'): number[] {
  const random = createRandom(`stretches of ${strategy.code}`)
  return STRETCHES.filter(({ whom }) => whom === 'all' || whom === strategy.whom)
    .map((stretch) => {
      const within = days.map((date) => date >= stretch.from && date <= stretch.to)
      const daily = ((0.5 + random.uniform()) * stretch[part]) / within.filter(Boolean).length
      return within.map((inside) => (inside ? daily : 0))
    })
    .reduce((sums, daily) => sums.map((sum, day) => sum + at(daily, day)))
}

/** Mixes shocks of variance about 1: shared ones by their shares, the strategy's own for the rest. */
function mixShocks(count: number, { code, sharedVariance }: Strategy): number[] {
  const shared = Object.entries(sharedVariance)
  const ownVariance = shared.reduce((rest, [, share]) => rest - share, 1)
  return [...shared, [`own of ${code}`, ownVariance] as const]
    .map(([name, share]) => clusteredNoise(name, count).map((shock) => Math.sqrt(share) * shock))
    .reduce((sums, shocks) => sums.map((sum, day) => sum + at(shocks, day)))
}
