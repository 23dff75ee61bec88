import { getCatalogue } from '@/lib/queries/get-catalogue'
import { getFactorReturns } from '@/lib/queries/get-factor-returns'
import { getPortfolioReturns } from '@/lib/queries/get-portfolio-returns'
import { getReportIssue } from '@/lib/queries/get-report-issue'
import { wasDemoLoaded } from '@/lib/queries/was-demo-loaded'
import type { Convention, Locale } from '@/lib/view'
import { buildReport } from './build-report'
import type { Report } from './report'
import type { ReportDays } from './report-days'

interface ReportRequest {
  version: number
  locale: Locale
  convention: Convention
  /** Last trading day of the week, one of `days`. */
  asOf: string
  /** Trading days of the market with data. */
  days: ReportDays
  /** Code of the only series wanted, for its own page; all when not given. */
  only?: string
}

/** The report of a week as a data version held it. */
export async function getReport({ version, locale, convention, asOf, days, only }: ReportRequest): Promise<Report> {
  const query = { version, to: asOf, ...(only === undefined ? {} : { codes: [only] }) }
  const [catalogue, factorReturns, portfolioReturns, issue, isDemo] = await Promise.all([
    getCatalogue(),
    getFactorReturns(query),
    getPortfolioReturns(query),
    getReportIssue({ weekEnd: asOf }),
    wasDemoLoaded({ version }),
  ])
  const reportDays = days.days.filter((day) => day <= asOf)
  return buildReport({
    version,
    locale,
    convention,
    catalogue,
    only: only ?? null,
    factorReturns,
    portfolioReturns,
    days: reportDays,
    issue,
    isDemo,
  })
}
