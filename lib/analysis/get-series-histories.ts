import { type SeriesHistory, seriesHistory } from '@/lib/analysis/history'
import { measuredFactor, measuredPortfolio } from '@/lib/analysis/measured-series'
import { getReportDays } from '@/lib/analysis/weeks/report-days'
import { positionAfter } from '@/lib/base/dates'
import { catalogueForMarket } from '@/lib/catalogue/catalogue-for-market'
import { type Catalogue, getCatalogue } from '@/lib/db/queries/get-catalogue'
import { getReturns } from '@/lib/db/queries/get-returns'
import { daysPerYearOf } from './days-per-year'

interface HistoriesRequest {
  version: number
  codes: readonly string[]
  /** Last day wanted, ISO date; the latest day with data when not given. */
  asOf?: string | undefined
}

/** Returns histories as of a data version, in the order of `codes`; leaves out codes that the catalogue lacks. */
export async function getSeriesHistories({ version, codes, asOf }: HistoriesRequest): Promise<SeriesHistory[]> {
  const catalogue = await getCatalogue({ version })
  const wanted = new Set(codes)
  const isWanted = ({ code }: { code: string }) => wanted.has(code)
  const entries = {
    ...catalogue,
    factors: catalogue.factors.filter(isWanted),
    portfolios: catalogue.portfolios.filter(isWanted),
  }
  const markets = new Set([...entries.factors, ...entries.portfolios].map(({ marketCode }) => marketCode))
  const found = await Promise.all(
    [...markets].map((market) => historiesIn(market, catalogueForMarket(entries, market), { version, asOf })),
  )
  const histories = byCode(found.flat())
  return [...wanted].flatMap((code) => histories.get(code) ?? [])
}

/** Returns histories on the trading days of their market; none when it has no data. */
async function historiesIn(
  market: string,
  { markets, factors, portfolios }: Catalogue,
  { version, asOf }: Omit<HistoriesRequest, 'codes'>,
): Promise<SeriesHistory[]> {
  const days = await getReportDays(version, market)
  if (!days) return []
  const to = asOf ?? days.last
  const shown = days.days.slice(0, positionAfter(days.days, to))
  const daysPerYear = daysPerYearOf(markets, market)
  const query = { version, to }
  const [factorReturns, portfolioReturns] = await Promise.all([
    factors.length > 0 ? getReturns('factor_returns', { ...query, codes: factors.map(({ code }) => code) }) : [],
    portfolios.length > 0
      ? getReturns('portfolio_returns', { ...query, codes: portfolios.map(({ code }) => code) })
      : [],
  ])
  const [ofFactor, ofPortfolio] = [byCode(factorReturns), byCode(portfolioReturns)]
  return [
    ...factors.map((entry) =>
      seriesHistory('factor', measuredFactor(entry, ofFactor.get(entry.code), shown), shown, daysPerYear),
    ),
    ...portfolios.map((entry) =>
      seriesHistory('portfolio', measuredPortfolio(entry, ofPortfolio.get(entry.code), shown), shown, daysPerYear),
    ),
  ]
}

/** Returns one history; null when the catalogue lacks the series, or nothing is loaded. */
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
