import { getCatalogue } from '@/lib/queries/get-catalogue'
import { getFactorReturns } from '@/lib/queries/get-factor-returns'
import { getPortfolioReturns } from '@/lib/queries/get-portfolio-returns'
import { measuredFactor, measuredPortfolio } from '@/lib/report/measured-series'
import { getReportDays } from '@/lib/report/report-days'
import { type SeriesHistory, seriesHistory } from './history'

interface HistoriesRequest {
  version: number
  codes: readonly string[]
  /** Last day wanted, ISO; the latest with data when not given. */
  asOf?: string | undefined
}

/** Histories as a data version held them, in the order of `codes`; those that the catalogue does not know are left out. */
export async function getSeriesHistories({ version, codes, asOf }: HistoriesRequest): Promise<SeriesHistory[]> {
  const [catalogue, days] = await Promise.all([getCatalogue(), getReportDays(version)])
  if (!days) return []
  const to = asOf ?? days.last
  const shown = days.days.filter((day) => day <= to)
  const wanted = new Set(codes)
  const factors = catalogue.factors.filter(({ code }) => wanted.has(code))
  const portfolios = catalogue.portfolios.filter(({ code }) => wanted.has(code))
  const query = { version, to }
  const [factorReturns, portfolioReturns] = await Promise.all([
    factors.length > 0 ? getFactorReturns({ ...query, codes: factors.map(({ code }) => code) }) : [],
    portfolios.length > 0 ? getPortfolioReturns({ ...query, codes: portfolios.map(({ code }) => code) }) : [],
  ])
  const [ofFactor, ofPortfolio] = [byCode(factorReturns), byCode(portfolioReturns)]
  const histories = byCode([
    ...factors.map((entry) => seriesHistory('factor', measuredFactor(entry, ofFactor.get(entry.code), shown), shown)),
    ...portfolios.map((entry) =>
      seriesHistory('portfolio', measuredPortfolio(entry, ofPortfolio.get(entry.code), shown), shown),
    ),
  ])
  return [...wanted].flatMap((code) => histories.get(code) ?? [])
}

/** One history; null when the catalogue has no such series, or nothing is loaded. */
export async function getSeriesHistory(request: {
  version: number
  code: string
  asOf?: string | undefined
}): Promise<SeriesHistory | null> {
  const [history] = await getSeriesHistories({ ...request, codes: [request.code] })
  return history ?? null
}

function byCode<Row extends { code: string }>(rows: readonly Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [row.code, row]))
}
