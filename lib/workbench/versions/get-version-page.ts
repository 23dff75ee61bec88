import { type MeasuredSeries, measuredFactor, measuredPortfolio } from '@/lib/analysis/measured-series'
import { getReportDays, type ReportDays } from '@/lib/analysis/weeks/report-days'
import type { Convention } from '@/lib/base/convention'
import { getCatalogue } from '@/lib/db/queries/get-catalogue'
import { getChangedEntries } from '@/lib/db/queries/get-changed-entries'
import { getRestatedRows } from '@/lib/db/queries/get-restated-rows'
import { getReturns } from '@/lib/db/queries/get-returns'
import { type DataVersion, getDataVersion } from '@/lib/db/queries/versions/get-data-version'
import { getVersionSeries, type VersionSeries } from '@/lib/db/queries/versions/get-version-series'
import { getWithdrawals } from '@/lib/db/queries/versions/get-withdrawals'
import { type MovedCell, movedCells } from './moved-cells'

export interface VersionPage {
  version: DataVersion
  /** Its effect on each series; empty for a catalogue. */
  series: VersionSeries[]
  /** Later versions that took it back. */
  withdrawnBy: number[]
  /** Daily rows that it replaced or withdrew: those of the page shown, and the number of all. */
  restated: Awaited<ReturnType<typeof getRestatedRows>>
  restatedCount: number
  /** Entries of the catalogue that it added or changed. */
  entries: Awaited<ReturnType<typeof getChangedEntries>>
  /** Published figures whose printed value changed. */
  moved: MovedCell[]
}

interface Shown {
  /** The newest version: withdrawals up to it are named. */
  latest: number
  convention: Convention
  /** Page number of the long lists, from 1. */
  page: number
}

/** Rows of a long list on one page. */
export const ROWS_PER_PAGE = 200

/** Returns the changes of one load and their effect on earlier weeks; null when there is no such version. */
export async function getVersionPage(id: number, { latest, convention, page }: Shown): Promise<VersionPage | null> {
  const version = await getDataVersion(id)
  if (version === null) return null
  const [series, restated, entries, withdrawals] = await Promise.all([
    getVersionSeries({ versions: [id] }),
    getRestatedRows({ version: id, limit: ROWS_PER_PAGE, offset: (page - 1) * ROWS_PER_PAGE }),
    getChangedEntries({ version: id }),
    getWithdrawals({ versions: [id], latest }),
  ])
  const withdrawnBy = withdrawals.map(({ by }) => by)
  const restatedCount = series.reduce((sum, own) => sum + own.rowsRestated + own.rowsWithdrawn, 0)
  const moved = await movedBy(id, series, convention)
  return { version, series, withdrawnBy, restated, restatedCount, entries, moved }
}

/** Returns the moved cells, market by market: weeks up to the last day of the version before. */
async function movedBy(id: number, series: VersionSeries[], convention: Convention): Promise<MovedCell[]> {
  const { factors, portfolios } = await getCatalogue({ version: id })
  const usual = await getReportDays(id - 1)
  const markets = await Promise.all((usual?.markets ?? []).map((market) => getReportDays(id - 1, market)))
  const moved = await Promise.all(
    markets.flatMap((known) => {
      if (known === null) return []
      const here = [...factors, ...portfolios].filter(({ marketCode }) => marketCode === known.market)
      const changed = series.filter(({ code, first }) => first <= known.last && here.some((row) => row.code === code))
      return changed.length > 0 ? [movedIn(known, id, changed, convention)] : []
    }),
  )
  return moved.flat()
}

async function movedIn(
  { days, last }: ReportDays,
  id: number,
  changed: VersionSeries[],
  convention: Convention,
): Promise<MovedCell[]> {
  const codes = changed.map(({ code }) => code)
  const [before, after] = await Promise.all([seriesAsOf(id - 1, codes, last), seriesAsOf(id, codes, last)])
  return movedCells({
    days,
    seriesOn: (own) => codes.flatMap((code) => pairOf(before(code, own), after(code, own))),
    convention,
  })
}

function pairOf(before: MeasuredSeries | null, after: MeasuredSeries | null) {
  return before && after ? [{ before, after }] : []
}

/**
 * Aligns the series of a version with given days; null for a code that its catalogue lacks or that had no return: a
 * figure that was never published has not moved.
 */
async function seriesAsOf(version: number, codes: string[], to: string) {
  const query = { version, to, codes }
  const [catalogue, factorReturns, portfolioReturns] = await Promise.all([
    getCatalogue({ version }),
    getReturns('factor_returns', query),
    getReturns('portfolio_returns', query),
  ])
  const byCode = <Raw extends { code: string }>(rows: Raw[]) => new Map(rows.map((raw) => [raw.code, raw]))
  const [factorRows, portfolioRows] = [byCode(factorReturns), byCode(portfolioReturns)]
  return (code: string, days: string[]): MeasuredSeries | null => {
    const factor = catalogue.factors.find((row) => row.code === code)
    const factorReturns = factorRows.get(code)
    if (factor && factorReturns) return measuredFactor(factor, factorReturns, days)
    const portfolio = catalogue.portfolios.find((row) => row.code === code)
    const portfolioReturns = portfolioRows.get(code)
    return portfolio && portfolioReturns ? measuredPortfolio(portfolio, portfolioReturns, days) : null
  }
}
