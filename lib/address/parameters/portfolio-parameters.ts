import { z } from 'zod'
import { isoDate } from './iso-date'

/** Periods of the statistics of the portfolios' page; since inception when the address has none. */
export const STATISTIC_PERIODS = ['year', 'oneYear', 'threeYears', 'fiveYears'] as const

/** Columns of its table, in order: excess returns, the record of the year, then statistics of the period. */
export const PORTFOLIO_COLUMNS = [
  'week',
  'month',
  'quarter',
  'year',
  'wins',
  'excess',
  'trackingError',
  'informationRatio',
  'drawdown',
  'beta',
  'upCapture',
  'downCapture',
] as const
export type PortfolioColumn = (typeof PORTFOLIO_COLUMNS)[number]

/** Parameters of the address of the portfolios' page. */
export const portfolioParameters = z.object({
  /** Shows the week of this date, up to it: its last trading day is the as-of date. */
  asOf: isoDate.optional(),
  period: z.enum(STATISTIC_PERIODS).optional(),
  /** Column by which the table is sorted; in the order of the catalogue when absent. */
  by: z.enum(PORTFOLIO_COLUMNS).optional(),
  /** Smallest first. */
  dir: z.literal('asc').optional(),
})

export type PortfolioParameters = z.output<typeof portfolioParameters>
