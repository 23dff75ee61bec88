import type { ReportDays } from '@/lib/analysis/weeks/report-days'
import type { Convention } from '@/lib/base/convention'
import { firstDayOfWeek, positionAfter, yearOf } from '@/lib/base/dates'
import type { Locale } from '@/lib/base/locale'
import { catalogueForMarket } from '@/lib/catalogue/catalogue-for-market'
import { splitAtEnd } from '@/lib/catalogue/split-at-end'
import { getCoefficients } from '@/lib/db/queries/get-coefficients'
import { getLocalisedCatalogue } from '@/lib/db/queries/get-localised-catalogue'
import { getReportIssue } from '@/lib/db/queries/get-report-issue'
import { getReturns } from '@/lib/db/queries/get-returns'
import { wasDemoLoaded } from '@/lib/db/queries/was-demo-loaded'
import { thePublisher } from '@/lib/publisher/the-publisher'
import type { ReportInputs } from '@/lib/report/model/inputs'
import { getShownRestatements } from './get-shown-restatements'

export interface ReportRequest {
  version: number
  locale: Locale
  convention: Convention
  /** Last trading day of the week, one of `days`. */
  asOf: string
  /** Trading days of the market with data. */
  days: ReportDays
  /** Newest data version: restatements up to it are included; none when not given. */
  latest?: number
  /** Code of the only series wanted, for its own page; all when not given. */
  only?: string
}

/** Returns everything that the report of a week needs, as of a data version. */
export async function getReportInputs({ days, only, latest, ...shown }: ReportRequest): Promise<ReportInputs> {
  const { version, locale, convention, asOf } = shown
  const reportDays = days.days.slice(0, positionAfter(days.days, asOf))
  const wanted = only === undefined ? {} : { codes: [only] }
  const query = { version, to: asOf, ...wanted }
  const [catalogue, factorReturns, portfolioReturns, issue, isDemo, shownRestatements] = await Promise.all([
    getLocalisedCatalogue({ version, locale }),
    getReturns('factor_returns', query),
    getReturns('portfolio_returns', query),
    getReportIssue({ weekEnd: asOf, version, locale }),
    wasDemoLoaded({ version }),
    getShownRestatements({ version, latest, asOf, ...wanted }),
  ])
  const { market, markets, provisionalYears } = days
  const own = catalogueForMarket(catalogue, market)
  const { inWeek, ended } = splitAtEnd(own, only === undefined ? firstDayOfWeek(reportDays, asOf) : '')
  const codes = inWeek.factors.map(({ code }) => code).filter((code) => only === undefined || code === only)
  const coefficients = await getCoefficients({ version, codes, from: `${yearOf(asOf)}-01-01`, to: asOf })
  const stored = { factorReturns, portfolioReturns, coefficients, isDemo, ...shownRestatements }
  return {
    version,
    locale,
    convention,
    publisher: thePublisher().name[locale],
    only: only ?? null,
    market,
    markets,
    days: reportDays,
    provisionalYears,
    catalogue: inWeek,
    ended,
    // An issue belongs to the default market.
    issue: market === markets[0] ? issue : null,
    ...stored,
  }
}
