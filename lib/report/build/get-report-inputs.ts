import { contributionsFrom } from '@/lib/analysis/contributions/get-known-contributions'
import { tradingWindows } from '@/lib/analysis/trading-windows'
import type { ReportDays } from '@/lib/analysis/weeks/report-days'
import type { Convention } from '@/lib/base/convention'
import { positionAfter, yearOf } from '@/lib/base/dates'
import type { Locale } from '@/lib/base/locale'
import type { WindowKind } from '@/lib/base/window-kind'
import { catalogueForMarket } from '@/lib/catalogue/catalogue-for-market'
import { splitAtEnd } from '@/lib/catalogue/split-at-end'
import { getCoefficients } from '@/lib/db/queries/get-coefficients'
import { getContributions } from '@/lib/db/queries/get-contributions'
import { getLocalisedCatalogue } from '@/lib/db/queries/get-localised-catalogue'
import { getLocalisedComponents } from '@/lib/db/queries/get-localised-components'
import { getReportIssue } from '@/lib/db/queries/get-report-issue'
import { getReturns } from '@/lib/db/queries/get-returns'
import { wasDemoLoaded } from '@/lib/db/queries/versions/was-demo-loaded'
import { thePublisher } from '@/lib/publisher/the-publisher'
import { type FamilyCodes, familyPage } from '@/lib/report/many/family-page'
import { getManyInputs } from '@/lib/report/many/get-many-inputs'
import { MANY_FACTORS } from '@/lib/report/many/many-factors'
import type { FactorEntry, ReportInputs } from '@/lib/report/model/inputs'
import { getShownTexts } from '@/lib/texts/get-shown-texts'
import { getShownRestatements } from './get-shown-restatements'

export interface ReportRequest {
  version: number
  locale: Locale
  convention: Convention
  /** What the report is of; a week when not given. */
  window?: WindowKind | undefined
  /** Last trading day of the week, the month or the quarter, one of `days`. */
  asOf: string
  /** Trading days of the market with data. */
  days: ReportDays
  /** Newest data version: restatements up to it are included; none when not given. */
  latest?: number
  /** Code of the only series wanted, for its own page; all when not given. */
  only?: string
}

/** Returns everything about every series of a week, as of a data version. */
export async function getReportInputs(request: ReportRequest): Promise<ReportInputs> {
  return withReturns(await readWeek(request))
}

/**
 * Returns everything that the report of a week needs. Of many factors it has the daily returns of a few that are chosen: the
 * most unusual ones.
 */
export async function getChosenInputs(request: ReportRequest): Promise<ReportInputs> {
  const week = await readWeek(request)
  return isOfMany(week) ? withMany(week, null) : withReturns(week)
}

/**
 * Returns what a page of a family needs, in a week of many factors: the daily returns of its factors, and of no portfolio.
 * @returns `few` when the report shows every factor; `none` when no factor of the week is in that family, or it has fewer
 * pages
 */
export async function getFamilyInputs(
  request: ReportRequest,
  part: { family: string; page: number },
): Promise<ReportInputs | 'few' | 'none'> {
  const week = await readWeek(request)
  if (!isOfMany(week)) return 'few'
  const family = familyPage(week.catalogue.factors, part)
  return family ? withMany({ ...week, catalogue: { ...week.catalogue, portfolios: [] } }, family) : 'none'
}

/** Returns what a page about the portfolios needs: no factor. */
export async function getPortfolioInputs(request: ReportRequest): Promise<ReportInputs> {
  const week = await readWeek(request)
  const { catalogue, ended } = week
  return withReturns({ ...week, catalogue: { ...catalogue, factors: [] }, ended: { ...ended, factors: [] } })
}

/** Returns everything about the portfolios and some of the factors of a week: ranks are among these alone. */
export function getInputsOf(week: Week, factors: FactorEntry[]): Promise<ReportInputs> {
  const { catalogue } = week
  const isPart = factors.length < catalogue.factors.length
  return withReturns({ ...week, catalogue: { ...catalogue, factors } }, isPart)
}

function isOfMany({ catalogue, only }: Week): boolean {
  return only === null && catalogue.factors.length > MANY_FACTORS
}

async function withMany(week: Week, family: FamilyCodes | null): Promise<ReportInputs> {
  const { many, daily } = await getManyInputs({ ...week, endedFactors: week.ended.factors }, family)
  const catalogue = { ...week.catalogue, factors: daily }
  return withReturns({ ...week, catalogue, ended: { factors: [], portfolios: [] }, many })
}

/** Everything but the daily rows of the series. */
type Returns = 'factorReturns' | 'portfolioReturns' | 'indexReturns'
export type Week = Omit<ReportInputs, Returns | 'coefficients' | 'contributions' | 'components'>

/** Returns what a report of a week needs before any daily row is read. */
export async function readWeek({ days, only, latest, window = 'week', ...shown }: ReportRequest): Promise<Week> {
  const { version, locale, asOf, convention } = shown
  const reportDays = days.days.slice(0, positionAfter(days.days, asOf))
  const { week, year } = tradingWindows(reportDays, window)
  const from = window === 'week' ? null : (reportDays[Math.min(week.from, year.from)] ?? asOf)
  const wanted = only === undefined ? {} : { codes: [only] }
  const [catalogue, issue, isDemo, shownRestatements, texts] = await Promise.all([
    getLocalisedCatalogue({ version, locale }),
    getReportIssue({ weekEnd: asOf, version, locale }),
    wasDemoLoaded({ version }),
    getShownRestatements({ version, latest, from, asOf, ...wanted }),
    // A report of one series has no texts of the week, and a desk writes of weeks only.
    only === undefined && window === 'week' ? getShownTexts({ market: days.market, asOf, version }) : null,
  ])
  const { market, markets, provisionalYears } = days
  const own = catalogueForMarket(catalogue, market)
  const { inWeek, ended } = splitAtEnd(own, only === undefined ? (reportDays[week.from] ?? asOf) : '')
  return {
    version,
    locale,
    convention,
    window,
    publisher: thePublisher().name[locale],
    only: only ?? null,
    market,
    markets,
    days: reportDays,
    provisionalYears,
    catalogue: inWeek,
    ended,
    many: null,
    isDemo,
    // Title and authors belong to a week of the default market.
    issue: market === markets[0] && window === 'week' ? issue : null,
    ...shownRestatements,
    ...(texts && { texts }),
  }
}

/**
 * Adds the daily returns of the series of a week, the coefficients of its factors and the contributions of its portfolios.
 * @param isPart whether the catalogue has some of the factors only
 */
async function withReturns(week: Week, isPart = week.many !== null): Promise<ReportInputs> {
  const { version, locale, days, only, catalogue, window } = week
  const asOf = days.at(-1) ?? ''
  const codes = catalogue.factors.map(({ code }) => code).filter((code) => only === null || code === only)
  const wanted = only === null ? {} : { codes: [only] }
  const hasIndices = only === null && catalogue.indices.length > 0
  const [factorReturns, portfolioReturns, indexReturns, coefficients, contributions] = await Promise.all([
    codes.length === 0 ? [] : getReturns('factor_returns', { version, to: asOf, ...(isPart ? { codes } : wanted) }),
    getReturns('portfolio_returns', { version, to: asOf, ...wanted }),
    hasIndices ? getReturns('index_returns', { version, to: asOf }) : [],
    getCoefficients({ version, codes, from: `${yearOf(asOf)}-01-01`, to: asOf }),
    getContributions({ version, from: contributionsFrom(days, window) ?? asOf, to: asOf, ...wanted }),
  ])
  const components = contributions.length === 0 ? [] : await getLocalisedComponents({ version, locale })
  return { ...week, factorReturns, portfolioReturns, indexReturns, coefficients, contributions, components }
}
