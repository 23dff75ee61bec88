import { setImmediate as nextTurn } from 'node:timers/promises'
import { getSeriesBySpan } from '@/lib/analysis/by-span/get-series-by-span'
import { firstPosition, namedPeriodsIn, namedWindows, type SeriesLife } from '@/lib/analysis/by-span/named-windows'
import {
  type GrowthPair,
  lineReturnOverSpans,
  type PairBySpan,
  type SeriesBySpan,
  spreadOverSpans,
} from '@/lib/analysis/by-span/series-by-span'
import { daysPerYearOf } from '@/lib/analysis/days-per-year'
import { type NamedReturns, namedFigures } from '@/lib/analysis/statistics/named-returns'
import { type Span, type TradingWindows, tradingWindows } from '@/lib/analysis/trading-windows'
import { getReportDays } from '@/lib/analysis/weeks/report-days'
import type { Convention } from '@/lib/base/convention'
import { positionAfter } from '@/lib/base/dates'
import { catalogueForMarket } from '@/lib/catalogue/catalogue-for-market'
import { isInWeek } from '@/lib/catalogue/split-at-end'
import type { Catalogue } from '@/lib/db/queries/get-catalogue'
import { winRate } from '@/lib/metrics/returns/win-rate'

interface Request {
  version: number
  convention: Convention
  /** Last day wanted; the latest day with data when not given. */
  asOf?: string | undefined
}

/** The figures of one measure of a series. */
export interface SeriesSummary {
  code: string
  measure: string
  asOf: string
  returns: NamedReturns
  wins: number
  periods: number
}

/** After this number of series, other requests are answered. */
const TURN_SERIES = 50

/**
 * Returns the figures of every series of the week by measure, from aggregates in SQL instead of daily returns; those that
 * ended before the week of their market, or whose data begin in a later year, are left out.
 */
export async function getAllSummaries(catalogue: Catalogue, request: Request): Promise<SeriesSummary[]> {
  const all = [...catalogue.factors, ...catalogue.portfolios]
  const markets = [...new Set(all.map(({ marketCode }) => marketCode))]
  const found = await Promise.all(markets.map((market) => summariesIn(market, catalogue, request)))
  return found.flat()
}

async function summariesIn(
  market: string,
  catalogue: Catalogue,
  { version, convention, asOf }: Request,
): Promise<SeriesSummary[]> {
  const known = await getReportDays(version, market)
  const days = known?.days.slice(0, positionAfter(known.days, asOf ?? known.last)) ?? []
  if (days.length === 0) return []
  const windows = tradingWindows(days)
  const { factors, portfolios } = catalogueForMarket(catalogue, market)
  const shared = { version, days, convention, windows, daysPerYear: daysPerYearOf(catalogue.markets, market) }
  const [ofFactors, ofPortfolios] = await Promise.all([
    summariesOf('factor_returns', shownSeries(factors, windows), shared),
    summariesOf('portfolio_returns', shownSeries(portfolios, windows), shared),
  ])
  return [...ofFactors, ...ofPortfolios]
}

function shownSeries<Series extends SeriesLife>(series: readonly Series[], { days, week }: TradingWindows): Series[] {
  const firstDay = days[week.from] ?? ''
  return series.filter((life) => isInWeek(life, firstDay) && firstPosition(life, days) < days.length)
}

interface Shared {
  version: number
  days: string[]
  convention: Convention
  windows: TradingWindows
  daysPerYear: number
}

async function summariesOf(
  kind: 'factor_returns' | 'portfolio_returns',
  series: readonly SeriesLife[],
  { version, days, convention, windows, daysPerYear }: Shared,
): Promise<SeriesSummary[]> {
  if (series.length === 0) return []
  const counted = kind === 'factor_returns' ? windows.monthsOfYear : windows.weeksOfYear
  const many = await getSeriesBySpan({
    version,
    kind,
    series,
    days,
    windows: [...namedWindows(series, days), ...counted],
  })
  const asOf = windows.asOf
  const summaries: SeriesSummary[] = []
  for (const [index, life] of series.entries()) {
    const own = many.series[index]
    if (!own) throw new TypeError(`${life.code} was not read`)
    const spans = namedPeriodsIn(life, own.start, days)
    for (const [measure, pair] of measuresOf(own)) {
      const of: PairBySpan = { pair, start: own.start, days: many.days }
      const over = (span: Span) => spreadOverSpans(of, span, convention)
      summaries.push({
        code: life.code,
        measure,
        asOf,
        returns: namedFigures({ days, daysPerYear }, spans, {
          windowFigure: over,
          lineFigure: (span) => lineReturnOverSpans(of, span),
        }),
        ...winRate(counted.map(over)),
      })
    }
    if (index % TURN_SERIES === TURN_SERIES - 1) await nextTurn()
  }
  return summaries
}

function measuresOf({ primary, excess }: SeriesBySpan): [measure: string, pair: GrowthPair][] {
  if (excess)
    return [
      ['longShort', primary],
      ['longExcess', excess],
    ]
  return [
    ['excess', primary],
    ['absolute', { leg: primary.leg, against: primary.leg.map((growth) => (Number.isNaN(growth) ? Number.NaN : 1)) }],
  ]
}
