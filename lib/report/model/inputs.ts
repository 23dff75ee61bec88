import type { Convention } from '@/lib/base/convention'
import type { Locale } from '@/lib/base/locale'
import type { LocalisedCatalogue } from '@/lib/db/queries/get-localised-catalogue'
import type { getReportIssue } from '@/lib/db/queries/get-report-issue'
import type { Restatement } from '@/lib/db/queries/get-restatements'
import type { FactorReturns, PortfolioReturns } from '@/lib/db/queries/get-returns'

export type Catalogue = LocalisedCatalogue
export type FactorEntry = Catalogue['factors'][number]
export type PortfolioEntry = Catalogue['portfolios'][number]

/** What was restated in the days that a page tells of, newest version first. */
export interface ShownRestatements {
  /** Up to the version that is shown. */
  restatements: readonly Restatement[]
  /** By versions after the one that is shown. */
  laterRestatements: readonly Restatement[]
}

/** All that a report is made of, as the store held it at one version. */
export interface ReportInputs extends ShownRestatements {
  version: number
  locale: Locale
  convention: Convention
  /** Code of the market that is reported, and of all that have data; the first of them is the usual one. */
  market: string
  markets: string[]
  /** Entries of that market. */
  catalogue: Catalogue
  /** Code of the one series that is asked for; null for all. */
  only: string | null
  factorReturns: FactorReturns[]
  portfolioReturns: PortfolioReturns[]
  /** Trading days of the market from its calendar's start up to the as-of date. */
  days: string[]
  issue: Awaited<ReturnType<typeof getReportIssue>>
  isDemo: boolean
  /** Name of the publisher in the report's language. */
  publisher: string
}

/** Returns the short name of a series; its code where the catalogue has no such series. */
export function shortNameOf(code: string, { factors, portfolios }: Catalogue): string {
  const isIt = (entry: { code: string }) => entry.code === code
  const entry = factors.find(isIt) ?? portfolios.find(isIt)
  return entry?.shortName ?? code
}
