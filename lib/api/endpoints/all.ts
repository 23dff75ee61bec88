import type { Endpoint } from '../endpoint'
import {
  closuresEndpoint,
  factorsEndpoint,
  familiesEndpoint,
  indicesEndpoint,
  marketsEndpoint,
  portfoliosEndpoint,
} from './catalogue'
import { correlationsEndpoint } from './correlations'
import { factorDailyEndpoint, portfolioDailyEndpoint } from './daily'
import { icEndpoint } from './ic'
import { manifestEndpoint } from './manifest'
import { marketEndpoint } from './market'
import { monthsEndpoint } from './months'
import { factorReturnsEndpoint, indexReturnsEndpoint, portfolioReturnsEndpoint } from './returns'
import { similarWeeksEndpoint } from './similar-weeks'
import { statisticsEndpoint } from './statistics'
import { versionsEndpoint, weeksEndpoint } from './store'
import { summariesEndpoint } from './summaries'

/** All endpoints, in the order of the OpenAPI document. */
export const ENDPOINTS: readonly Endpoint[] = [
  marketsEndpoint,
  familiesEndpoint,
  factorsEndpoint,
  portfoliosEndpoint,
  indicesEndpoint,
  closuresEndpoint,
  factorDailyEndpoint,
  portfolioDailyEndpoint,
  factorReturnsEndpoint,
  portfolioReturnsEndpoint,
  indexReturnsEndpoint,
  icEndpoint,
  summariesEndpoint,
  marketEndpoint,
  similarWeeksEndpoint,
  statisticsEndpoint,
  monthsEndpoint,
  correlationsEndpoint,
  versionsEndpoint,
  weeksEndpoint,
  manifestEndpoint,
]
