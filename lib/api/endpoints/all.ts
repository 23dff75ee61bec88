import type { Endpoint } from '../endpoint'
import {
  closuresEndpoint,
  factorsEndpoint,
  familiesEndpoint,
  indicesEndpoint,
  marketsEndpoint,
  portfoliosEndpoint,
} from './catalogue'
import { componentsEndpoint, contributionsEndpoint, dailyContributionsEndpoint } from './contributions'
import { correlationsEndpoint } from './correlations'
import { factorDailyEndpoint, portfolioDailyEndpoint } from './daily'
import { editionsEndpoint } from './editions'
import { icEndpoint } from './ic'
import { manifestEndpoint } from './manifest'
import { marketEndpoint } from './market'
import { monthsEndpoint } from './months'
import { factorReturnsEndpoint, indexReturnsEndpoint, portfolioReturnsEndpoint } from './returns'
import { similarWeeksEndpoint } from './similar-weeks'
import { statisticsEndpoint } from './statistics'
import { versionsEndpoint, weeksEndpoint } from './store'
import { summariesEndpoint } from './summaries'
import { textsEndpoint } from './texts'

/** All endpoints, in the order of the OpenAPI document. */
export const ENDPOINTS: readonly Endpoint[] = [
  marketsEndpoint,
  familiesEndpoint,
  factorsEndpoint,
  portfoliosEndpoint,
  indicesEndpoint,
  closuresEndpoint,
  componentsEndpoint,
  factorDailyEndpoint,
  portfolioDailyEndpoint,
  factorReturnsEndpoint,
  portfolioReturnsEndpoint,
  indexReturnsEndpoint,
  dailyContributionsEndpoint,
  icEndpoint,
  summariesEndpoint,
  textsEndpoint,
  marketEndpoint,
  similarWeeksEndpoint,
  statisticsEndpoint,
  monthsEndpoint,
  contributionsEndpoint,
  correlationsEndpoint,
  versionsEndpoint,
  weeksEndpoint,
  editionsEndpoint,
  manifestEndpoint,
]
