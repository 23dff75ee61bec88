import type { Endpoint } from '../endpoint'
import { factorsEndpoint, familiesEndpoint, marketsEndpoint, portfoliosEndpoint } from './catalogue'
import { factorDailyEndpoint, portfolioDailyEndpoint } from './daily'
import { versionsEndpoint, weeksEndpoint } from './store'

/** Everything that can be asked for, in the order of its description. */
export const ENDPOINTS: readonly Endpoint[] = [
  marketsEndpoint,
  familiesEndpoint,
  factorsEndpoint,
  portfoliosEndpoint,
  factorDailyEndpoint,
  portfolioDailyEndpoint,
  versionsEndpoint,
  weeksEndpoint,
]
