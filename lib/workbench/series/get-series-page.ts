import { findReplayedWeek } from '@/lib/analysis/weeks/find-week'
import type { ReplayedWeek } from '@/lib/analysis/weeks/replayed-week'
import type { Convention } from '@/lib/base/convention'
import { firstDayOfWeek } from '@/lib/base/dates'
import type { Locale } from '@/lib/base/locale'
import { splitAtEnd } from '@/lib/catalogue/split-at-end'
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
  /** Its end, if its market has data of that day, and why; null while it goes on. */
  ended: { day: string; reason: string } | null
  /** Code of its market. */
  market: string
  /** All series of its kind in the same week, in the order of the report. */
  entries: { code: string; name: string }[]
  /** Its restatements in the year and the week. */
  restated: QualityFinding[]
}

/**
 * Returns the data of a factor's or portfolio's page; null for an unknown code, or when there are no data by then. A series
 * that has ended is shown as of its end, at the latest.
 */
export async function getSeriesPage({ kind, code, asOf, ...shown }: SeriesPageRequest): Promise<SeriesPage | null> {
  const catalogue = await getLocalisedCatalogue(shown)
  const factor = catalogue.factors.find((candidate) => candidate.code === code)
  const portfolio = catalogue.portfolios.find((candidate) => candidate.code === code)
  const entry = kind === 'factor' ? factor : portfolio
  if (!entry) return null
  const found = await findReplayedWeek({ version: shown.version, market: entry.marketCode }, asOf, entry.ended)
  if (!found?.week) return null
  const { days, week } = found
  const inWeek = splitAtEnd(catalogue, firstDayOfWeek(days.days, week.asOf)).inWeek
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
    ended: endOf(entry, days.last),
    market: entry.marketCode,
    entries: kind === 'factor' ? inWeek.factors : inWeek.portfolios,
    restated: report.dataQuality.findings.filter((finding) => finding.kind === 'restated'),
  }
}

/** Returns the end of a series, if the data of its market reach it. */
function endOf(
  { ended, endedReason }: { ended: string | null; endedReason: string | null },
  last: string,
): SeriesPage['ended'] {
  return ended === null || endedReason === null || ended > last ? null : { day: ended, reason: endedReason }
}
