import { findReplayedWeek } from '@/lib/analysis/weeks/find-week'
import type { ReplayedWeek } from '@/lib/analysis/weeks/replayed-week'
import type { Convention } from '@/lib/base/convention'
import type { Locale } from '@/lib/base/locale'
import { getLocalisedCatalogue } from '@/lib/db/queries/get-localised-catalogue'
import { getReport } from '@/lib/report/build/get-report'
import type { FactorRow, PortfolioRow, QualityFinding, Report } from '@/lib/report/model/report'

interface SeriesPageRequest {
  version: number
  /** Newest data version: restatements up to it are included; none when not given. */
  latest?: number
  locale: Locale
  convention: Convention
  kind: 'factor' | 'portfolio'
  code: string
  /** Shows the week of this date, up to this date; the latest week when not given. */
  asOf?: string | undefined
}

export interface SeriesPage {
  /** A report of this one series, as of the week's last day. */
  report: Report
  week: ReplayedWeek
  row: FactorRow | PortfolioRow
  /** Its name in the other language. */
  otherName: string
  rebalance: 'weekly' | 'monthly'
  /** The stocks that a factor ranks, or the index of a portfolio. */
  universe: string
  inception: string
  /** Code of its market. */
  market: string
  /** All series of its kind, in the order of the report. */
  entries: { code: string; name: string }[]
  /** Its restatements in the year and the week. */
  restated: QualityFinding[]
}

/** Returns the data of a factor's or portfolio's page; null for an unknown code, or when there are no data by then. */
export async function getSeriesPage({ kind, code, asOf, ...shown }: SeriesPageRequest): Promise<SeriesPage | null> {
  const catalogue = await getLocalisedCatalogue(shown)
  const factor = catalogue.factors.find((candidate) => candidate.code === code)
  const portfolio = catalogue.portfolios.find((candidate) => candidate.code === code)
  const entry = kind === 'factor' ? factor : portfolio
  if (!entry) return null
  const found = await findReplayedWeek({ version: shown.version, market: entry.marketCode }, asOf)
  if (!found?.week) return null
  const { days, week } = found
  const report = await getReport({ ...shown, asOf: week.asOf, days, only: code })
  const row = kind === 'factor' ? report.table1[0]?.rows[0] : report.table2[0]
  if (!row) return null
  return {
    report,
    week,
    row,
    otherName: entry.otherName,
    rebalance: entry.rebalance,
    universe: 'universe' in entry ? entry.universe : entry.benchmarkName,
    inception: entry.inception,
    market: entry.marketCode,
    entries: kind === 'factor' ? catalogue.factors : catalogue.portfolios,
    restated: report.dataQuality.findings.filter((finding) => finding.kind === 'restated'),
  }
}
