import type { SimilarPastWeek, WeekComparison } from '@/lib/analysis/similar-weeks'
import type { Convention } from '@/lib/base/convention'
import type { Locale } from '@/lib/base/locale'
import type { WindowKind } from '@/lib/base/window-kind'
import type { Coefficient } from '@/lib/db/queries/get-coefficients'
import type { PortfolioContributions } from '@/lib/db/queries/get-contributions'
import type { LocalisedCatalogue } from '@/lib/db/queries/get-localised-catalogue'
import type { Component } from '@/lib/db/queries/get-localised-components'
import type { getReportIssue } from '@/lib/db/queries/get-report-issue'
import type { Restatement } from '@/lib/db/queries/get-restatements'
import type { FactorReturns, IndexReturns, PortfolioReturns } from '@/lib/db/queries/get-returns'
import type { ShownTexts } from '@/lib/texts/get-shown-texts'
import type { WindowRow } from './report'

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

/** A factor of a report of many, from its growth over weeks and months instead of its daily returns. */
export interface WindowFactor {
  row: WindowRow
  /** Long-short return of every week, oldest first, the running one last; null where a week has no value. */
  weeks: (number | null)[]
}

/** A page of a family's factors. */
export interface FamilyPage {
  /** Code of the family. */
  code: string
  /** From 1. */
  page: number
  pages: number
}

/** All factors of a report of many. */
export interface ManyInputs {
  /** Every factor of the week, in the order of the report, with its rank. */
  factors: WindowFactor[]
  entries: FactorEntry[]
  /** Factors that ended before the week. */
  ended: WindowFactor[]
  /** Codes of the chosen ones, which have rows and sections, the first chosen first. */
  chosen: string[]
  /** Factors whose week is unusual. */
  unusual: number
  /** The family of which they are; null when they are the most unusual ones. */
  family: FamilyPage | null
  /** The earlier weeks most like this one by all factors; null on a page of a family, which does not show them. */
  similar: SimilarPastWeeks | null
}

/** Comparison of a week with earlier ones, and the mean long-short return of its factors after each of the nearest. */
export interface SimilarPastWeeks extends Omit<WeekComparison, 'nearest'> {
  nearest: (SimilarPastWeek & Record<'nextWeek' | 'nextMonth', number | null>)[]
}

/** All inputs of a report, as the store held them at one version. */
export interface ReportInputs extends ShownRestatements {
  version: number
  locale: Locale
  convention: Convention
  /** What the report is of, up to the last of `days`. */
  window: WindowKind
  /** Code of the report's market, and of all markets with data; the first is the default market. */
  market: string
  markets: string[]
  /**
   * Entries of that market, without series that ended before the week; all of them when one series is wanted. In a report
   * of many factors, those whose daily returns are needed: the chosen ones and, for their notes, those that lack a day.
   */
  catalogue: Catalogue
  /** null for a report that shows every factor. */
  many: ManyInputs | null
  /** Series of that market that ended before the week: they are not in it, and count in the weeks before. */
  ended: Pick<Catalogue, 'factors' | 'portfolios'>
  /** Code of the one series wanted; null for all. */
  only: string | null
  factorReturns: FactorReturns[]
  portfolioReturns: PortfolioReturns[]
  /** Of the indices of the market. */
  indexReturns: IndexReturns[]
  /** Daily contributions to the excess of portfolios in the week and the year of the as-of date, up to it. */
  contributions: PortfolioContributions[]
  /** Names of their components in the report's language, by position. */
  components: Component[]
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
  /** What a desk wrote of the week; absent when it wrote nothing. */
  texts?: ShownTexts
}

/** Returns the short name of a series, or its code where the catalogue has no such series. */
export function shortNameOf(code: string, { factors, portfolios }: Catalogue): string {
  const hasCode = (entry: { code: string }) => entry.code === code
  const entry = factors.find(hasCode) ?? portfolios.find(hasCode)
  return entry?.shortName ?? code
}
