import type { Convention } from '@/lib/base/convention'
import type { Locale } from '@/lib/base/locale'
import type { Coefficient } from '@/lib/db/queries/get-coefficients'
import type { LocalisedCatalogue } from '@/lib/db/queries/get-localised-catalogue'
import type { getReportIssue } from '@/lib/db/queries/get-report-issue'
import type { Restatement } from '@/lib/db/queries/get-restatements'
import type { FactorReturns, PortfolioReturns } from '@/lib/db/queries/get-returns'

export type Catalogue = LocalisedCatalogue
export type FactorEntry = Catalogue['factors'][number]
export type PortfolioEntry = Catalogue['portfolios'][number]

/** Restatements of the days that a page covers, newest version first. */
export interface ShownRestatements {
  /** Up to the shown version. */
  restatements: readonly Restatement[]
  /** By versions after the shown one. */
  laterRestatements: readonly Restatement[]
}

/** All inputs of a report, as the store held them at one version. */
export interface ReportInputs extends ShownRestatements {
  version: number
  locale: Locale
  convention: Convention
  /** Code of the report's market, and of all markets with data; the first is the default market. */
  market: string
  markets: string[]
  /** Entries of that market, without series that ended before the week; all of them when one series is wanted. */
  catalogue: Catalogue
  /** Series of that market that ended before the week: they are not in it, and count in the weeks before. */
  ended: Pick<Catalogue, 'factors' | 'portfolios'>
  /** Code of the one series wanted; null for all. */
  only: string | null
  factorReturns: FactorReturns[]
  portfolioReturns: PortfolioReturns[]
  /** Information coefficients of the factors in the year of the as-of date, up to it. */
  coefficients: Coefficient[]
  /** Trading days of the market from its calendar's start up to the as-of date. */
  days: string[]
  /** Years of `days` whose closures are not known. */
  provisionalYears: string[]
  issue: Awaited<ReturnType<typeof getReportIssue>>
  isDemo: boolean
  /** Name of the publisher in the report's language. */
  publisher: string
}

/** Returns the short name of a series, or its code where the catalogue has no such series. */
export function shortNameOf(code: string, { factors, portfolios }: Catalogue): string {
  const hasCode = (entry: { code: string }) => entry.code === code
  const entry = factors.find(hasCode) ?? portfolios.find(hasCode)
  return entry?.shortName ?? code
}
