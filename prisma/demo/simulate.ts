/**
 * Simulates the whole demo: daily simple returns, decimal fractions of eight decimals, equal on every machine and day.
 */
import { byCode } from './by-code'
import { roundReturn } from './calibrate'
import { type Legs, simulateLegs } from './factors'
import { fitFactor } from './fit-factor'
import { fitPortfolio } from './fit-portfolio'
import { simulateIndex, simulateUniverse } from './market'
import { INDEX_INCEPTION, INDICES } from './market-regimes'
import { simulatePortfolio } from './portfolios'
import { FACTOR_PROFILES, PORTFOLIO_PROFILES } from './profiles'
import { AS_OF, PUBLISHED_FACTORS, PUBLISHED_PORTFOLIOS } from './published'
import { demoDays } from './trading-days'

/** Daily values of a series since its inception, one for each of `days`. */
export interface SimulatedFactor extends Legs {
  code: string
  days: string[]
  benchmark: number[]
}

export interface SimulatedPortfolio {
  code: string
  days: string[]
  portfolio: number[]
  benchmark: number[]
}

export interface SimulatedIndex {
  code: string
  days: string[]
  returns: number[]
}

export interface SimulatedDemo {
  /** All trading days of the demo, ascending ISO dates. */
  days: string[]
  /** In the order of the report, like the portfolios. */
  factors: SimulatedFactor[]
  portfolios: SimulatedPortfolio[]
  /** The benchmark of a portfolio is the index of its code. */
  indices: SimulatedIndex[]
}

export function simulateDemo(): SimulatedDemo {
  const days = demoDays('2014-01-02', AS_OF)
  const universe = simulateUniverse(days)
  return {
    days,
    factors: PUBLISHED_FACTORS.map(({ code }) => simulateFactor(code, days, universe)),
    portfolios: PUBLISHED_PORTFOLIOS.map(({ code }) => simulateEnhancement(code, days, universe)),
    indices: INDICES.map((profile) => {
      const first = days.indexOf(INDEX_INCEPTION)
      const lived = days.slice(first)
      return { code: profile.code, days: lived, returns: simulateIndex(lived, universe.slice(first), profile) }
    }),
  }
}

function simulateFactor(code: string, days: string[], universe: number[]): SimulatedFactor {
  const profile = byCode(FACTOR_PROFILES, code)
  const first = days.indexOf(profile.inception)
  const raw = simulateLegs(days, universe, profile)
  const lived = { days: days.slice(first), benchmark: universe.slice(first) }
  const legs = { long: raw.long.slice(first), short: raw.short.slice(first) }
  const { long, short } = fitFactor(lived.days, legs, lived.benchmark, byCode(PUBLISHED_FACTORS, code))
  return { code, ...lived, long: long.map(roundReturn), short: short.map(roundReturn) }
}

function simulateEnhancement(code: string, days: string[], universe: number[]): SimulatedPortfolio {
  const profile = byCode(PORTFOLIO_PROFILES, code)
  const first = days.indexOf(profile.inception)
  const lived = days.slice(first)
  const benchmark = simulateIndex(lived, universe.slice(first), byCode(INDICES, profile.benchmarkCode))
  const raw = simulatePortfolio(days, universe, benchmark, profile)
  const fitted = fitPortfolio(lived, raw, benchmark, byCode(PUBLISHED_PORTFOLIOS, code))
  return { code, days: lived, portfolio: fitted.map(roundReturn), benchmark }
}
