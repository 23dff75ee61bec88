import type { PortfolioParameters } from '@/lib/address/parameters/portfolio-parameters'
import type { View } from '@/lib/address/view'
import { type Correlations, correlateLines } from '@/lib/analysis/comparison'
import type { SeriesHistory } from '@/lib/analysis/history'
import { namedPeriods, periodBetween } from '@/lib/analysis/periods'
import { type PeriodStatistics, periodStatistics } from '@/lib/analysis/statistics/statistics'
import type { Span } from '@/lib/analysis/trading-windows'
import { type ReplayedWeek, replayedWeek } from '@/lib/analysis/weeks/replayed-week'
import type { ReportDays } from '@/lib/analysis/weeks/report-days'
import { buildSummary } from '@/lib/report/build/build-summary'
import { getPortfolioInputs } from '@/lib/report/build/get-report-inputs'
import { restatedOfMarket } from '@/lib/report/build/restated'
import { seriesHistories } from '@/lib/report/build/series-histories'
import type { PortfolioRow, QualityFinding, Summary } from '@/lib/report/model/report'

/** One portfolio of the page. */
export interface PortfolioFigures {
  row: PortfolioRow
  history: SeriesHistory
  rebalance: 'weekly' | 'monthly'
  /** The chosen period, or its life where that begins later; null when it has no day. */
  span: Span | null
  /** Over the chosen period; null when that begins before the portfolio. */
  statistics: PeriodStatistics | null
}

export interface PortfoliosModel extends Pick<ReplayedWeek, 'previous' | 'next'> {
  report: Summary
  /** In the order of the catalogue. */
  portfolios: PortfolioFigures[]
  /** Of the weekly returns of their lines in the period, in the same order; each pair over its common weeks. */
  correlations: Correlations
  /** Portfolios that ended before the week. */
  ended: { code: string; name: string; day: string; reason: string }[]
  /** Their restatements in the year and the week. */
  restated: QualityFinding[]
}

/**
 * Returns the portfolios of the view's market, as of the week of a date, with their statistics over a period.
 * @returns null when the data begin after that date
 */
export async function getPortfolios(
  view: View,
  days: ReportDays,
  { asOf, period = 'inception' }: { asOf?: string | undefined; period?: PortfolioParameters['period'] | 'inception' },
): Promise<PortfoliosModel | null> {
  const week = replayedWeek(days.reported, asOf)
  if (week === null) return null
  const inputs = await getPortfolioInputs({ ...view, asOf: week.asOf, days })
  const report = buildSummary(inputs)
  const { catalogue, ended, convention } = inputs
  const [histories, entries] = [byCode(seriesHistories(inputs)), byCode(catalogue.portfolios)]
  const portfolios = report.table2.flatMap((row): PortfolioFigures[] => {
    const [history, entry] = [histories.get(row.code), entries.get(row.code)]
    if (!history || !entry) return []
    const wanted = namedPeriods(history)[period]
    const isYoung = wanted === null || wanted.from < history.start
    const span = periodBetween(history, wanted && history.days[wanted.from])
    const statistics = span === null || isYoung ? null : periodStatistics(history, span, convention)
    return [{ row, history, rebalance: entry.rebalance, span, statistics }]
  })
  return {
    ...week,
    report,
    portfolios,
    correlations: correlateLines(portfolios.map(({ history, span }) => ({ history, span }))),
    ended: ended.portfolios.flatMap(({ code, name, ended: day, endedReason: reason }) =>
      day === null || reason === null ? [] : [{ code, name, day, reason }],
    ),
    restated: restatedOfMarket(inputs),
  }
}

function byCode<Row extends { code: string }>(rows: readonly Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [row.code, row]))
}
