/** Finds the published figures that a load moves: the series before it beside those after it. */
import { type MeasuredSeries, measuredFactor, measuredPortfolio } from '@/lib/analysis/measured-series'
import { getReportDays, type ReportDays } from '@/lib/analysis/weeks/report-days'
import type { Convention } from '@/lib/base/convention'
import { getCatalogue } from '@/lib/db/queries/get-catalogue'
import { type FactorReturns, getReturns, type PortfolioReturns } from '@/lib/db/queries/get-returns'
import type { VersionSeries } from '@/lib/db/queries/versions/get-version-series'
import { type MovedCell, movedCells } from './moved-cells'

/**
 * Aligns a series with given days; null for a code that has no entry or no return: a figure that was never published
 * has not moved.
 */
type SeriesOn = (code: string, days: string[]) => MeasuredSeries | null

interface Load {
  /** The version before the load, whose weeks are published. */
  before: number
  /** Reads series up to a date as they are after the load. */
  after: (codes: string[], to: string) => Promise<SeriesOn>
  /** The series that the load changed, with the first of their dates. */
  series: readonly Pick<VersionSeries, 'code' | 'first'>[]
  convention: Convention
}

/** Returns the moved cells, market by market: weeks up to the last day of the version before the load. */
export async function movedFigures({ before, after, series, convention }: Load): Promise<MovedCell[]> {
  const { factors, portfolios } = await getCatalogue({ version: before })
  const usual = await getReportDays(before)
  const markets = await Promise.all((usual?.markets ?? []).map((market) => getReportDays(before, market)))
  const moved = await Promise.all(
    markets.flatMap((known) => {
      if (known === null) return []
      const here = [...factors, ...portfolios].filter(({ marketCode }) => marketCode === known.market)
      const changed = series.filter(({ code, first }) => first <= known.last && here.some((row) => row.code === code))
      const codes = changed.map(({ code }) => code)
      return codes.length > 0 ? [movedIn(known, { before, after, codes, convention })] : []
    }),
  )
  return moved.flat()
}

async function movedIn(
  { days, last }: ReportDays,
  { before, after, codes, convention }: Omit<Load, 'series'> & { codes: string[] },
): Promise<MovedCell[]> {
  const [then, now] = await Promise.all([seriesAsOf(before, codes, last), after(codes, last)])
  return movedCells({
    days,
    seriesOn: (own) => codes.flatMap((code) => pairOf(then(code, own), now(code, own))),
    convention,
  })
}

function pairOf(before: MeasuredSeries | null, after: MeasuredSeries | null) {
  return before && after ? [{ before, after }] : []
}

/** Daily returns of some series, by kind. */
export interface ReturnRows {
  factors: FactorReturns[]
  portfolios: PortfolioReturns[]
}

/** Reads the returns of series as of a version, up to a date. */
export async function returnsAsOf(version: number, codes: string[], to: string): Promise<ReturnRows> {
  const query = { version, to, codes }
  const [factors, portfolios] = await Promise.all([
    getReturns('factor_returns', query),
    getReturns('portfolio_returns', query),
  ])
  return { factors, portfolios }
}

/** Aligns the series of a version with given days. */
export async function seriesAsOf(version: number, codes: string[], to: string): Promise<SeriesOn> {
  return seriesOf(version, await returnsAsOf(version, codes, to))
}

/** Aligns returns with given days, by the catalogue of a version. */
export async function seriesOf(version: number, { factors, portfolios }: ReturnRows): Promise<SeriesOn> {
  const catalogue = await getCatalogue({ version })
  const byCode = <Raw extends { code: string }>(rows: Raw[]) => new Map(rows.map((raw) => [raw.code, raw]))
  const [factorRows, portfolioRows] = [byCode(factors), byCode(portfolios)]
  return (code: string, days: string[]): MeasuredSeries | null => {
    const factor = catalogue.factors.find((row) => row.code === code)
    const factorReturns = factorRows.get(code)
    if (factor && factorReturns) return measuredFactor(factor, factorReturns, days)
    const portfolio = catalogue.portfolios.find((row) => row.code === code)
    const portfolioReturns = portfolioRows.get(code)
    return portfolio && portfolioReturns ? measuredPortfolio(portfolio, portfolioReturns, days) : null
  }
}
